using System.Collections.Immutable;

namespace Postrun.Planning;

public static partial class CacheCatalogue
{
    private static ImmutableArray<CacheDefinition> Compilers =>
    [
        new()
        {
            Name = "inductor",
            Title = "TorchInductor",
            Reference = "https://docs.pytorch.org/tutorials/recipes/torch_compile_caching_configuration_tutorial.html",
            Places =
            [
                new()
                {
                    Defaults = ["{tmp}/torchinductor_{user}"],
                    Variables = [new("TORCHINDUCTOR_CACHE_DIR")],
                    Markers = ["fxgraph", "aotautograd", "[a-z2-7][a-z2-7]/c*.py"],
                },
            ],
        },
        new()
        {
            Name = "triton",
            Title = "Triton",
            Reference = "https://github.com/triton-lang/triton#tips-for-hacking",
            Places =
            [
                new()
                {
                    Defaults = ["{home}/.triton/cache"],
                    Variables = [new("TRITON_CACHE_DIR"), new("TRITON_HOME", ".triton/cache")],
                    Markers = TritonMarkers,
                },
                new()
                {
                    Defaults = ["{home}/.triton/dump"],
                    Variables = [new("TRITON_DUMP_DIR"), new("TRITON_HOME", ".triton/dump")],
                    Markers = TritonMarkers,
                },
                new() { Defaults = ["{home}/.triton/autotune"], Markers = ["*.pickle"] },
            ],
        },
        new()
        {
            Name = "cuda",
            Title = "CUDA compute cache; GPU core dumps where a variable names them",
            Reference = "https://docs.nvidia.com/cuda/cuda-c-programming-guide/#cuda-environment-variables",
            Places =
            [
                new()
                {
                    Defaults = ["{home}/.nv/ComputeCache"],
                    Variables = [new("CUDA_CACHE_PATH")],
                    Markers = ["[0-9a-f]/[0-9a-f]"],
                },
                new()
                {
                    Variables = [new("CUDA_COREDUMP_FILE") { NamesFile = true }],
                    Markers = ["*.nvcudmp"],
                    Exclusive = true,
                },
            ],
        },
        new()
        {
            Name = "jax",
            Title = "JAX and XLA, where a variable names them",
            Reference = "https://docs.jax.dev/en/latest/persistent_compilation_cache.html",
            Places =
            [
                new()
                {
                    Variables = [new("JAX_COMPILATION_CACHE_DIR")],
                    Markers = ["jit_*-cache", "jit__*", "pjit_*", "xla_gpu_per_fusion_autotune_cache_dir"],
                },
                new() { Variables = [new("JAX_DUMP_IR_TO")], Markers = ["jax_ir[0-9]*"] },
                new()
                {
                    Variables = [new("XLA_FLAGS") { Flag = "--xla_dump_to" }],
                    Markers = ["module_[0-9]*"],
                },
            ],
        },
        new()
        {
            Name = "numba",
            Title = "Numba",
            Reference = "https://numba.readthedocs.io/en/stable/reference/envvars.html#envvar-NUMBA_CACHE_DIR",
            Places =
            [
                new()
                {
                    Defaults = ["{cache}/numba"],
                    Variables = [new("NUMBA_CACHE_DIR")],
                    Markers = ["*.nbi", "*/*.nbi"],
                },
            ],
        },
        new()
        {
            Name = "pycache",
            Title = "Python bytecode kept apart from its sources",
            Reference = "https://docs.python.org/3/using/cmdline.html#envvar-PYTHONPYCACHEPREFIX",
            Places =
            [
                new()
                {
                    Variables = [new("PYTHONPYCACHEPREFIX")],
                    // The prefix mirrors the tree from `/`; elsewhere bytecode lies in __pycache__, so this is no system root.
                    Markers =
                    [
                        "usr/lib/python3*/*.cpython-*.pyc", "usr/local/lib/python3*/*.cpython-*.pyc",
                        "*/*.cpython-*.pyc", "*/*/*.cpython-*.pyc",
                    ],
                },
            ],
        },
    ];

    private static ImmutableArray<string> TritonMarkers =>
        ["*/__grp__*.json", "*/*.ttir", "*/*.ttgir", "*/*.cubin", "*/*.hsaco", "*/*.so"];
}
