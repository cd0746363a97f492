#if defined(__x86_64__)
#include <immintrin.h>
#include <math.h>

#include "encoder_math.h"
#include "encoder_variants.h"

#define VARIANT(name) encoder_##name##_avx2
#define TILE_ROWS 4
#define TILE_VECTORS 2
#define VECTOR_LANES 8
#define ZERO() _mm256_setzero_si256()
#define LOAD(at) _mm256_loadu_si256((const __m256i *)(at))
#define STORE(at, value) _mm256_storeu_si256((__m256i *)(at), value)
#define BROADCAST(pair) _mm256_set1_epi32(pair)
#define MULTIPLY_ADD(sum, a, b) _mm256_add_epi32(sum, _mm256_madd_epi16(a, b))
typedef __m256i vector;

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "encoder_body.h"
#pragma clang attribute pop
#endif
