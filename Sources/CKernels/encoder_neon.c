#if defined(__aarch64__)
#include <arm_neon.h>

#define VARIANT(name) encoder_##name##_neon
#define TILE_ROWS 4
#define TILE_VECTORS 4
#define VECTOR_LANES 4
#define ZERO() vdupq_n_s32(0)
#define LOAD(at) vreinterpretq_s32_s16(vld1q_s16(at))
#define STORE(at, value) vst1q_s32(at, value)
#define BROADCAST(pair) vdupq_n_s32(pair)
#define MULTIPLY_ADD(sum, a, b) add_pairs(sum, a, b)
typedef int32x4_t vector;

// Products of neighbours are added to each other, then to the sum.
static inline __attribute__((always_inline)) vector add_pairs(vector sum, vector a, vector b) {
  int16x8_t left = vreinterpretq_s16_s32(a), right = vreinterpretq_s16_s32(b);
  int32x4_t low = vmull_s16(vget_low_s16(left), vget_low_s16(right));
  int32x4_t high = vmull_high_s16(left, right);
  return vaddq_s32(sum, vpaddq_s32(low, high));
}

#include "encoder_body.h"
#endif
