#include "kernels.h"
#include "targets.h"

// A fused multiply-add rounds once where two instructions round twice.
#pragma STDC FP_CONTRACT OFF

// Rows taken at a time stay in the second-level cache while every pair of columns reads them.
enum { block_size = 256, lane_count = 8, row_step = 4 };

typedef float singles __attribute__((vector_size(4 * lane_count)));
typedef double doubles __attribute__((vector_size(8 * lane_count)));

CK_INLINE void gram_tile(const float *rows, size_t count, size_t columns, size_t i, size_t j,
                         double *gram, const size_t height) {
  doubles sums[row_step];
  for (size_t k = 0; k < height; k++) {
    __builtin_memcpy(&sums[k], gram + k * columns + j, sizeof(doubles));
  }
  for (size_t r = 0; r < count; r++) {
    singles column;
    __builtin_memcpy(&column, rows + r * columns + j, sizeof column);
    doubles wide = __builtin_convertvector(column, doubles);
    for (size_t k = 0; k < height; k++) sums[k] += wide * (double)rows[r * columns + i + k];
  }
  for (size_t k = 0; k < height; k++) {
    __builtin_memcpy(gram + k * columns + j, &sums[k], sizeof(doubles));
  }
}

CK_INLINE void gram_block(const float *rows, size_t count, size_t columns, size_t first,
                          size_t last, double *gram) {
  size_t j = first / lane_count * lane_count;
  for (; j + lane_count <= columns; j += lane_count) {
    size_t i = first;
    for (; i + row_step <= last; i += row_step) {
      gram_tile(rows, count, columns, i, j, gram + (i - first) * columns, row_step);
    }
    for (; i < last; i++) {
      gram_tile(rows, count, columns, i, j, gram + (i - first) * columns, 1);
    }
  }
  for (; j < columns; j++) {
    for (size_t i = first; i < last; i++) {
      double sum = gram[(i - first) * columns + j];
      for (size_t r = 0; r < count; r++) {
        sum += (double)rows[r * columns + j] * (double)rows[r * columns + i];
      }
      gram[(i - first) * columns + j] = sum;
    }
  }
}

CK_INLINE void gram_rows(const float *rows, size_t count, size_t columns, size_t first,
                         size_t last, double *gram) {
  for (size_t done = 0; done < count; done += block_size) {
    size_t size = count - done < block_size ? count - done : block_size;
    gram_block(rows + done * columns, size, columns, first, last, gram);
  }
}

void ck_gram_f64_scalar(const float *rows, size_t count, size_t columns, size_t first,
                        size_t last, double *gram) {
  gram_rows(rows, count, columns, first, last, gram);
}

CK_AVX2 static void gram_avx2(const float *rows, size_t count, size_t columns, size_t first,
                              size_t last, double *gram) {
  gram_rows(rows, count, columns, first, last, gram);
}

CK_AVX512 static void gram_avx512(const float *rows, size_t count, size_t columns, size_t first,
                                  size_t last, double *gram) {
  gram_rows(rows, count, columns, first, last, gram);
}

void ck_gram_f64(const float *rows, size_t count, size_t columns, size_t first, size_t last,
                 double *gram) {
  if (ck_has_avx512()) {
    gram_avx512(rows, count, columns, first, last, gram);
  } else if (ck_has_avx2()) {
    gram_avx2(rows, count, columns, first, last, gram);
  } else {
    ck_gram_f64_scalar(rows, count, columns, first, last, gram);
  }
}
