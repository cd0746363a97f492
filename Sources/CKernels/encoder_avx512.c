#if defined(__x86_64__)
#include <immintrin.h>
#include <math.h>

#include "encoder_math.h"
#include "encoder_variants.h"

#define VARIANT(name) encoder_##name##_avx512
#define TILE_ROWS 8
#define TILE_VECTORS 3
#define VECTOR_LANES 16
#define ZERO() _mm512_setzero_si512()
#define LOAD(at) _mm512_loadu_si512(at)
#define STORE(at, value) _mm512_storeu_si512(at, value)
#define BROADCAST(pair) _mm512_set1_epi32(pair)
#define MULTIPLY_ADD(sum, a, b) add_pairs(sum, a, b)
typedef __m512i vector;

#pragma clang attribute push(                                                                  \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni"))),                  \
    apply_to = function)

// Written out, because the compiler splits the intrinsic into a multiplication and an addition to
// shorten the chain of one sum; with 24 sums under way that only doubles the work.
static inline __attribute__((always_inline)) vector add_pairs(vector sum, vector a, vector b) {
  __asm__("vpdpwssd %2, %1, %0" : "+v"(sum) : "v"(a), "v"(b));
  return sum;
}

#include "encoder_body.h"
#pragma clang attribute pop
#endif
