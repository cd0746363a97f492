// The loops of encoder.h, compiled once for each instruction set by the files that include this
// one. They define VARIANT(name), the register form of integers for the matrix product, and the
// target attribute. Float lanes are always 16: a narrower machine takes several registers.

#include <math.h>

#include "encoder.h"
#include "encoder_math.h"
#include "encoder_variants.h"

#pragma STDC FP_CONTRACT OFF
// Every function with such arguments is inlined, so no call depends on how they are passed.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline))

typedef float floats __attribute__((ext_vector_type(16)));
typedef int32_t ints __attribute__((ext_vector_type(16)));
typedef int16_t shorts __attribute__((ext_vector_type(16)));
typedef float loose_floats __attribute__((ext_vector_type(16), aligned(4), may_alias));
typedef int32_t loose_ints __attribute__((ext_vector_type(16), aligned(4), may_alias));
typedef int16_t loose_shorts __attribute__((ext_vector_type(16), aligned(2), may_alias));

INLINE floats load(const float *at) { return *(const loose_floats *)at; }
INLINE void store(float *at, floats values) { *(loose_floats *)at = values; }
INLINE ints bits_of(floats values) { return __builtin_bit_cast(ints, values); }
INLINE floats with_bits(ints bits) { return __builtin_bit_cast(floats, bits); }
INLINE floats larger(floats a, floats b) { return a > b ? a : b; }
INLINE floats smaller(floats a, floats b) { return a < b ? a : b; }

// The lanes are added pairwise: first to those eight places on, then four, two and one.
INLINE float sum(floats values) {
  __auto_type eight = values.lo + values.hi;
  __auto_type four = eight.lo + eight.hi;
  __auto_type two = four.lo + four.hi;
  return two.x + two.y;
}

INLINE float largest(floats values) {
  __auto_type eight = values.lo > values.hi ? values.lo : values.hi;
  __auto_type four = eight.lo > eight.hi ? eight.lo : eight.hi;
  __auto_type two = four.lo > four.hi ? four.lo : four.hi;
  return two.x > two.y ? two.x : two.y;
}

INLINE floats gelu(floats x) {
  floats t = x * half_root_2;
  t = smaller(larger(t, (floats)-erf_edge), (floats)erf_edge);
  floats z = t * t;
  floats p = (floats)erf_p[4];
  for (int i = 3; i >= 0; i--) p = p * z + erf_p[i];
  floats q = (floats)erf_q[5];
  for (int i = 4; i >= 0; i--) q = q * z + erf_q[i];
  floats half = x * 0.5f;
  return half + half * (t * p / q);
}

// For values up to 0.
INLINE floats exponential(floats x) {
  x = larger(x, (floats)exp_floor);
  floats shifted = x * log2_e + rounding_shift;
  floats k = shifted - rounding_shift;
  floats r = (x - k * ln2_high) - k * ln2_low;
  floats series = (floats)exp_series[6];
  for (int i = 5; i >= 0; i--) series = series * r + exp_series[i];
  return series * with_bits((bits_of(shifted) - rounding_bits + 127) << 23);
}

void VARIANT(quantize_rows)(const float *rows, size_t count, size_t width, int32_t limit,
                            int16_t *quantized, float *scales) {
  for (size_t r = 0; r < count; r++) {
    const float *row = rows + r * width;
    int16_t *out = quantized + r * width;
    floats top = (floats)0.0f;
    for (size_t c = 0; c < width; c += 16) {
      top = larger(with_bits(bits_of(load(row + c)) & 0x7fffffff), top);
    }
    float most = largest(top);
    int usable = most >= smallest_row && most <= largest_row;
    float factor = usable ? (float)limit / most : 0.0f;
    scales[r] = usable ? most / (float)limit : 0.0f;
    for (size_t c = 0; c < width; c += 16) {
      ints rounded = bits_of(load(row + c) * factor + rounding_shift) - rounding_bits;
      *(loose_shorts *)(out + c) = __builtin_convertvector(rounded, shorts);
    }
  }
}

// Output channels that are worked on together: a whole panel, or what the registers allow of it.
enum { group_width = TILE_VECTORS * VECTOR_LANES };
_Static_assert(group_width % 16 == 0 && ck_panel_width % group_width == 0, "groups fill panels");
_Static_assert(ck_row_block % TILE_ROWS == 0, "tiles fill blocks");

// The products of ck_row_block rows with one group of channels, as 32-bit sums.
INLINE void multiply_block(const int16_t *a, size_t width, const int16_t *weights,
                           int32_t *sums) {
  for (size_t row = 0; row < ck_row_block; row += TILE_ROWS) {
    vector tile[TILE_ROWS][TILE_VECTORS];
    for (int i = 0; i < TILE_ROWS; i++) {
      for (int j = 0; j < TILE_VECTORS; j++) tile[i][j] = ZERO();
    }
    const int16_t *b = weights, *first = a + row * width;
    for (size_t k = 0; k < width; k += 2, b += 2 * ck_panel_width) {
      vector column[TILE_VECTORS];
      for (int j = 0; j < TILE_VECTORS; j++) column[j] = LOAD(b + 2 * VECTOR_LANES * j);
#pragma clang loop unroll(full)
      for (int i = 0; i < TILE_ROWS; i++) {
        int32_t pair;
        __builtin_memcpy(&pair, first + (size_t)i * width + k, sizeof pair);
        vector value = BROADCAST(pair);
        for (int j = 0; j < TILE_VECTORS; j++) {
          tile[i][j] = MULTIPLY_ADD(tile[i][j], value, column[j]);
        }
      }
    }
    for (int i = 0; i < TILE_ROWS; i++) {
      for (int j = 0; j < TILE_VECTORS; j++) {
        STORE(sums + (row + (size_t)i) * group_width + (size_t)(VECTOR_LANES * j), tile[i][j]);
      }
    }
  }
}

void VARIANT(apply_linear)(const struct ck_linear *layer, const int16_t *quantized,
                           const float *row_scales, size_t rows, float *out) {
  size_t width = layer->inputs, outputs = layer->outputs;
  for (size_t first = 0; first < outputs; first += group_width) {
    size_t columns = outputs - first < group_width ? outputs - first : group_width;
    const int16_t *weights = layer->packed + first / ck_panel_width * ck_panel_width * width +
                             2 * (first % ck_panel_width);
    for (size_t row = 0; row < rows; row += ck_row_block) {
      int32_t sums[ck_row_block * group_width];
      multiply_block(quantized + row * width, width, weights, sums);
      size_t block = rows - row < ck_row_block ? rows - row : ck_row_block;
      for (size_t c = 0; c < columns; c += 16) {
        floats scale = load(layer->scales + first + c), bias = load(layer->bias + first + c);
        for (size_t r = 0; r < block; r++) {
          ints integers = *(const loose_ints *)(sums + r * group_width + c);
          floats value = __builtin_convertvector(integers, floats) * scale;
          value = value * row_scales[row + r] + bias;
          if (layer->activation == ck_gelu) {
            value = gelu(value);
          } else if (layer->activation == ck_relu) {
            value = larger(value, (floats)0.0f);
          }
          store(out + (row + r) * outputs + first + c, value);
        }
      }
    }
  }
}

void VARIANT(add_normalize)(float *rows, const float *added, const float *gamma,
                            const float *beta, float epsilon, size_t count, size_t width) {
  for (size_t r = 0; r < count; r++) {
    float *row = rows + r * width;
    const float *more = added + r * width;
    floats total = (floats)0.0f, squares = (floats)0.0f;
    for (size_t c = 0; c < width; c += 16) {
      floats value = load(row + c) + load(more + c);
      total += value;
      store(row + c, value);
    }
    float mean = sum(total) / (float)width;
    for (size_t c = 0; c < width; c += 16) {
      floats distance = load(row + c) - mean;
      squares += distance * distance;
    }
    float factor = 1.0f / sqrtf(sum(squares) / (float)width + epsilon);
    for (size_t c = 0; c < width; c += 16) {
      floats value = (load(row + c) - mean) * factor;
      store(row + c, value * load(gamma + c) + load(beta + c));
    }
  }
}

enum { query_block = 4 };

// Turns the scores of one query into weights and returns the inverse of their sum.
INLINE float soften(float *scores, size_t padded) {
  floats top = load(scores), total = (floats)0.0f;
  for (size_t j = 16; j < padded; j += 16) top = larger(load(scores + j), top);
  float most = largest(top);
  for (size_t j = 0; j < padded; j += 16) {
    floats weight = exponential(load(scores + j) - most);
    total += weight;
    store(scores + j, weight);
  }
  return 1.0f / sum(total);
}

void VARIANT(attend)(const float *qkv, size_t count, size_t heads, size_t head_width,
                     float *scratch, float *out) {
  size_t padded = (count + 15) / 16 * 16, hidden = heads * head_width, stride = 3 * hidden;
  float *mask = scratch, *scores = mask + padded, *keys = scores + query_block * padded;
  float scale = 1.0f / sqrtf((float)head_width);
  for (size_t j = 0; j < padded; j++) mask[j] = j < count ? 0.0f : no_key;
  for (size_t i = 0; i < head_width * padded; i++) keys[i] = 0.0f;
  for (size_t head = 0; head < heads; head++) {
    const float *query = qkv + head * head_width, *key = query + hidden, *value = key + hidden;
    for (size_t j = 0; j < count; j++) {
      for (size_t d = 0; d < head_width; d++) keys[d * padded + j] = key[j * stride + d];
    }
    for (size_t i = 0; i < count; i += query_block) {
      const float *queries[query_block];
      for (size_t q = 0; q < query_block; q++) {
        // Surplus queries repeat the last one; nothing of theirs is kept.
        queries[q] = query + (i + q < count ? i + q : count - 1) * stride;
      }
      for (size_t j = 0; j < padded; j += 16) {
        floats products[query_block] = {0};
        for (size_t d = 0; d < head_width; d++) {
          floats column = load(keys + d * padded + j);
          for (int q = 0; q < query_block; q++) products[q] += queries[q][d] * column;
        }
        floats masked = load(mask + j);
        for (int q = 0; q < query_block; q++) {
          store(scores + (size_t)q * padded + j, products[q] * scale + masked);
        }
      }
      float factors[query_block];
      for (int q = 0; q < query_block; q++) {
        factors[q] = soften(scores + (size_t)q * padded, padded);
      }
      for (size_t d = 0; d < head_width; d += 16) {
        floats sums[query_block] = {0};
        for (size_t j = 0; j < count; j++) {
          floats row = load(value + j * stride + d);
          for (int q = 0; q < query_block; q++) sums[q] += scores[(size_t)q * padded + j] * row;
        }
        for (size_t q = 0; q < query_block && i + q < count; q++) {
          store(out + (i + q) * hidden + head * head_width + d, sums[q] * factors[q]);
        }
      }
    }
  }
}
