#include "kernels.h"
#include "targets.h"

// Bytes are widened before they are multiplied: the instruction that multiplies bytes and adds
// neighbours in 16 bits (`maddubs`) saturates. The compiler makes vector code of the loop for each
// instruction set.
CK_INLINE int32_t dot(const int8_t *a, const int8_t *b, size_t count) {
  int32_t sum = 0;
  for (size_t i = 0; i < count; i++) sum += (int16_t)a[i] * (int16_t)b[i];
  return sum;
}

int32_t ck_dot_i8_scalar(const int8_t *a, const int8_t *b, size_t count) {
  return dot(a, b, count);
}

CK_AVX2 static int32_t dot_avx2(const int8_t *a, const int8_t *b, size_t count) {
  return dot(a, b, count);
}

int ck_dot_i8_avx2(const int8_t *a, const int8_t *b, size_t count, int32_t *result) {
  if (!ck_has_avx2()) return 0;
  *result = dot_avx2(a, b, count);
  return 1;
}

CK_VNNI static int32_t dot_avx512(const int8_t *a, const int8_t *b, size_t count) {
  return dot(a, b, count);
}

int ck_dot_i8_avx512(const int8_t *a, const int8_t *b, size_t count, int32_t *result) {
  if (!ck_has_vnni()) return 0;
  *result = dot_avx512(a, b, count);
  return 1;
}

int32_t ck_dot_i8(const int8_t *a, const int8_t *b, size_t count) {
  int32_t result;
  if (ck_dot_i8_avx512(a, b, count, &result)) return result;
  if (ck_dot_i8_avx2(a, b, count, &result)) return result;
  return ck_dot_i8_scalar(a, b, count);
}
