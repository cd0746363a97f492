#if defined(__x86_64__)
#include <emmintrin.h>

#define VARIANT(name) encoder_##name##_sse2
#define TILE_ROWS 2
#define TILE_VECTORS 4
#define VECTOR_LANES 4
#define ZERO() _mm_setzero_si128()
#define LOAD(at) _mm_loadu_si128((const __m128i *)(at))
#define STORE(at, value) _mm_storeu_si128((__m128i *)(at), value)
#define BROADCAST(pair) _mm_set1_epi32(pair)
#define MULTIPLY_ADD(sum, a, b) _mm_add_epi32(sum, _mm_madd_epi16(a, b))
typedef __m128i vector;

#include "encoder_body.h"
#endif
