// The forms of each function, one set a variant; encoder.c chooses among them.

#ifndef SEEDBED_ENCODER_VARIANTS_H
#define SEEDBED_ENCODER_VARIANTS_H

#include "encoder.h"

#define DECLARE_VARIANT(suffix)                                                                \
  void encoder_quantize_rows_##suffix(const float *rows, size_t count, size_t width,           \
                                      int32_t limit, int16_t *quantized, float *scales);       \
  void encoder_apply_linear_##suffix(const struct ck_linear *layer, const int16_t *quantized,  \
                                     const float *row_scales, size_t rows, float *out);        \
  void encoder_add_normalize_##suffix(float *rows, const float *added, const float *gamma,     \
                                      const float *beta, float epsilon, size_t count,          \
                                      size_t width);                                           \
  void encoder_attend_##suffix(const float *qkv, size_t count, size_t heads,                   \
                               size_t head_width, float *scratch, float *out);

DECLARE_VARIANT(plain)
#if defined(__x86_64__)
DECLARE_VARIANT(sse2)
DECLARE_VARIANT(avx2)
DECLARE_VARIANT(avx512)
#elif defined(__aarch64__)
DECLARE_VARIANT(neon)
#endif

#endif
