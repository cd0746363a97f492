#include "kernels.h"
#include "targets.h"

// A fused multiply-add rounds once where two instructions round twice.
#pragma STDC FP_CONTRACT OFF

enum { lane_count = 16, row_step = 4 };

typedef float lanes __attribute__((vector_size(4 * lane_count)));

// Four rows by `width` vectors of columns; `count` is how many of the four rows there are.
CK_INLINE void multiply_tile(const float *a, const float *b, float *c, size_t count, size_t inner,
                             size_t columns, const size_t width) {
  lanes sums[row_step][2] = {{{0}}};
  const float *row[row_step];
  for (size_t r = 0; r < row_step; r++) row[r] = a + (r < count ? r : 0) * inner;
  for (size_t i = 0; i < inner; i++) {
    for (size_t w = 0; w < width; w++) {
      lanes column;
      __builtin_memcpy(&column, b + i * columns + w * lane_count, sizeof column);
      for (size_t r = 0; r < row_step; r++) sums[r][w] += column * row[r][i];
    }
  }
  for (size_t r = 0; r < count; r++) {
    for (size_t w = 0; w < width; w++) {
      __builtin_memcpy(c + r * columns + w * lane_count, &sums[r][w], sizeof(lanes));
    }
  }
}

CK_INLINE void multiply(const float *a, const float *b, float *c, size_t rows, size_t inner,
                        size_t columns) {
  size_t at = 0;
  // The columns are the outer loop: what is read of b then stays in the cache.
  for (; at + 2 * lane_count <= columns; at += 2 * lane_count) {
    for (size_t r = 0; r < rows; r += row_step) {
      size_t count = rows - r < row_step ? rows - r : row_step;
      multiply_tile(a + r * inner, b + at, c + r * columns + at, count, inner, columns, 2);
    }
  }
  for (; at + lane_count <= columns; at += lane_count) {
    for (size_t r = 0; r < rows; r += row_step) {
      size_t count = rows - r < row_step ? rows - r : row_step;
      multiply_tile(a + r * inner, b + at, c + r * columns + at, count, inner, columns, 1);
    }
  }
  for (; at < columns; at++) {
    for (size_t r = 0; r < rows; r++) {
      float sum = 0;
      for (size_t i = 0; i < inner; i++) sum += b[i * columns + at] * a[r * inner + i];
      c[r * columns + at] = sum;
    }
  }
}

void ck_multiply_f32_scalar(const float *a, const float *b, float *c, size_t rows, size_t inner,
                            size_t columns) {
  multiply(a, b, c, rows, inner, columns);
}

CK_AVX2 static void multiply_avx2(const float *a, const float *b, float *c, size_t rows,
                                  size_t inner, size_t columns) {
  multiply(a, b, c, rows, inner, columns);
}

CK_AVX512 static void multiply_avx512(const float *a, const float *b, float *c, size_t rows,
                                      size_t inner, size_t columns) {
  multiply(a, b, c, rows, inner, columns);
}

void ck_multiply_f32(const float *a, const float *b, float *c, size_t rows, size_t inner,
                     size_t columns) {
  if (ck_has_avx512()) {
    multiply_avx512(a, b, c, rows, inner, columns);
  } else if (ck_has_avx2()) {
    multiply_avx2(a, b, c, rows, inner, columns);
  } else {
    ck_multiply_f32_scalar(a, b, c, rows, inner, columns);
  }
}
