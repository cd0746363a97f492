// The instruction sets that a loop is compiled for.
//
// A loop is written once, as an always-inlined function on the compiler's vector types, and each
// of its forms is an instance compiled for one instruction set.

#ifndef SEEDBED_TARGETS_H
#define SEEDBED_TARGETS_H

#define CK_INLINE static inline __attribute__((always_inline))

#if defined(__x86_64__)
#define CK_X86 1
#define CK_AVX2 __attribute__((target("avx2")))
#define CK_AVX512 __attribute__((target("avx2,avx512f,avx512bw,avx512dq,avx512vl")))
#define CK_VNNI __attribute__((target("avx2,avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")))

// The compiler's runtime asks the processor once, when the program starts; these read its answer.
CK_INLINE int ck_has_avx2(void) { return __builtin_cpu_supports("avx2"); }
CK_INLINE int ck_has_avx512(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
}
CK_INLINE int ck_has_vnni(void) {
  return ck_has_avx512() && __builtin_cpu_supports("avx512vnni");
}
#else
#define CK_X86 0
#define CK_AVX2
#define CK_AVX512
#define CK_VNNI
CK_INLINE int ck_has_avx2(void) { return 0; }
CK_INLINE int ck_has_avx512(void) { return 0; }
CK_INLINE int ck_has_vnni(void) { return 0; }
#endif

#if defined(__aarch64__)
#define CK_NEON 1
#else
#define CK_NEON 0
#endif

#endif
