#include "encoder.h"

#include "encoder_variants.h"

#if defined(__x86_64__)
#define ON_X86(call) call
#else
#define ON_X86(call)
#endif
#if defined(__aarch64__)
#define ON_ARM(call) call
#else
#define ON_ARM(call)
#endif

// Calls the form of a function that belongs to the variant.
#define DISPATCH(name, ...)                                                                    \
  switch (variant) {                                                                           \
    ON_X86(case ck_sse2 : encoder_##name##_sse2(__VA_ARGS__); return;)                         \
    ON_X86(case ck_avx2 : encoder_##name##_avx2(__VA_ARGS__); return;)                         \
    ON_X86(case ck_avx512 : encoder_##name##_avx512(__VA_ARGS__); return;)                     \
    ON_ARM(case ck_neon : encoder_##name##_neon(__VA_ARGS__); return;)                         \
    default: encoder_##name##_plain(__VA_ARGS__); return;                                      \
  }

int ck_encoder_supports(int variant) {
  switch (variant) {
    case ck_plain: return 1;
#if defined(__x86_64__)
    case ck_sse2: return 1;
    case ck_avx2: return __builtin_cpu_supports("avx2") != 0;
    case ck_avx512:
      return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
             __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni");
#elif defined(__aarch64__)
    case ck_neon: return 1;
#endif
    default: return 0;
  }
}

int ck_encoder_fastest(void) {
  const int order[] = {ck_avx512, ck_avx2, ck_neon, ck_sse2};
  for (int i = 0; i < 4; i++) {
    if (ck_encoder_supports(order[i])) return order[i];
  }
  return ck_plain;
}

void ck_quantize_rows(int variant, const float *rows, size_t count, size_t width, int32_t limit,
                      int16_t *quantized, float *scales) {
  DISPATCH(quantize_rows, rows, count, width, limit, quantized, scales)
}

void ck_apply_linear(int variant, const struct ck_linear *layer, const int16_t *quantized,
                     const float *row_scales, size_t rows, float *out) {
  DISPATCH(apply_linear, layer, quantized, row_scales, rows, out)
}

void ck_add_normalize(int variant, float *rows, const float *added, const float *gamma,
                      const float *beta, float epsilon, size_t count, size_t width) {
  DISPATCH(add_normalize, rows, added, gamma, beta, epsilon, count, width)
}

size_t ck_attention_scratch(size_t count, size_t head_width) {
  return (5 + head_width) * ((count + 15) / 16 * 16);
}

void ck_attend(int variant, const float *qkv, size_t count, size_t heads, size_t head_width,
               float *scratch, float *out) {
  DISPATCH(attend, qkv, count, heads, head_width, scratch, out)
}
