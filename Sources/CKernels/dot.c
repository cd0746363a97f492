#include "kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// A fused multiply-add rounds once where two instructions round twice, so it would make the
// result depend on the machine.
#pragma STDC FP_CONTRACT OFF

enum { lane_count = 32 };

// Takes the products that did not fill all lanes and adds the lanes pairwise.
static inline __attribute__((always_inline)) float finish(float *lanes, const float *a,
                                                          const float *b, size_t rest) {
  for (size_t i = 0; i < rest; i++) lanes[i] += a[i] * b[i];
  for (size_t half = lane_count / 2; half > 0; half /= 2) {
    for (size_t i = 0; i < half; i++) lanes[i] += lanes[i + half];
  }
  return lanes[0];
}

float ck_dot_f32_scalar(const float *a, const float *b, size_t count) {
  float lanes[lane_count] = {0};
  size_t at = 0;
  for (; at + lane_count <= count; at += lane_count) {
    for (size_t i = 0; i < lane_count; i++) lanes[i] += a[at + i] * b[at + i];
  }
  return finish(lanes, a + at, b + at, count - at);
}

#if defined(__x86_64__)

__attribute__((target("avx2"))) static float dot_avx2(const float *a, const float *b,
                                                      size_t count) {
  __m256 sums[4] = {_mm256_setzero_ps(), _mm256_setzero_ps(), _mm256_setzero_ps(),
                    _mm256_setzero_ps()};
  size_t at = 0;
  for (; at + lane_count <= count; at += lane_count) {
    for (int i = 0; i < 4; i++) {
      __m256 product =
          _mm256_mul_ps(_mm256_loadu_ps(a + at + 8 * i), _mm256_loadu_ps(b + at + 8 * i));
      sums[i] = _mm256_add_ps(sums[i], product);
    }
  }
  float lanes[lane_count];
  for (int i = 0; i < 4; i++) _mm256_storeu_ps(lanes + 8 * i, sums[i]);
  return finish(lanes, a + at, b + at, count - at);
}

int ck_dot_f32_avx2(const float *a, const float *b, size_t count, float *result) {
  if (!__builtin_cpu_supports("avx2")) return 0;
  *result = dot_avx2(a, b, count);
  return 1;
}

#else

int ck_dot_f32_avx2(const float *a, const float *b, size_t count, float *result) {
  (void)a, (void)b, (void)count, (void)result;
  return 0;
}

#endif

float ck_dot_f32(const float *a, const float *b, size_t count) {
  float result;
  if (ck_dot_f32_avx2(a, b, count, &result)) return result;
  return ck_dot_f32_scalar(a, b, count);
}
