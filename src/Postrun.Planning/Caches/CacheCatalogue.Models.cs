using System.Collections.Immutable;

namespace Postrun.Planning;

public static partial class CacheCatalogue
{
    // What the hub client writes: https://huggingface.co/docs/huggingface_hub/guides/manage-cache
    private static ImmutableArray<string> HubMarkers =>
        ["models--*", "datasets--*", "spaces--*", "kernels--*"];

    private static ImmutableArray<CacheDefinition> Models =>
    [
        new()
        {
            Name = "huggingface",
            Title = "Hugging Face hub, Xet, assets, datasets, modules",
            Reference = "https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables",
            Places =
            [
                HuggingFace("hub", HubMarkers, "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"),
                HuggingFace("xet", ["https___*", "logs/xet_*.log"], "HF_XET_CACHE"),
                HuggingFace("assets", ["huggingface_hub", "transformers", "diffusers", "gradio", "skops"], "HF_ASSETS_CACHE"),
                HuggingFace(
                    "datasets",
                    ["*___*", "*_builder.lock", "json/default-*", "parquet/default-*", "*/*/*/*/dataset_info.json"],
                    "HF_DATASETS_CACHE"),
                HuggingFace(
                    "modules",
                    ["transformers_modules", "datasets_modules", "evaluate_modules", "diffusers_modules"],
                    "HF_MODULES_CACHE"),
                // Older releases of transformers only; the layout is that of the hub.
                new() { Variables = [new("TRANSFORMERS_CACHE")], Markers = HubMarkers },
            ],
        },
        new()
        {
            Name = "sentence-transformers",
            Title = "Sentence Transformers, before it used the hub",
            Reference = "https://sbert.net/docs/package_reference/sentence_transformer/SentenceTransformer.html",
            Places =
            [
                new()
                {
                    Defaults = ["{cache}/torch/sentence_transformers"],
                    Variables = [new("SENTENCE_TRANSFORMERS_HOME")],
                    Markers = [.. HubMarkers, "sentence-transformers_*"],
                },
            ],
        },
        new()
        {
            Name = "torch",
            Title = "PyTorch hub, kernels and built extensions (DeepSpeed too)",
            Reference = "https://docs.pytorch.org/docs/stable/hub.html",
            Places =
            [
                new()
                {
                    Defaults = ["{cache}/torch/hub"],
                    Variables = [new("TORCH_HOME", "hub")],
                    Markers = ["checkpoints", "trusted_list", "*_*_main", "*_*_master"],
                },
                new()
                {
                    Defaults = ["{cache}/torch/kernels"],
                    Variables = [new("PYTORCH_KERNEL_CACHE_PATH"), new("TORCH_HOME", "kernels")],
                    Markers = ["*_arch*_*"],
                },
                new()
                {
                    Defaults = ["{cache}/torch_extensions"],
                    Variables = [new("TORCH_EXTENSIONS_DIR")],
                    Markers = ["py[0-9]*_*", "*/build.ninja"],
                },
            ],
        },
        new()
        {
            Name = "tfhub",
            Title = "TensorFlow Hub",
            Reference = "https://www.tensorflow.org/hub/caching",
            Places =
            [
                new()
                {
                    Defaults = ["{tmp}/tfhub_modules"],
                    Variables = [new("TFHUB_CACHE_DIR")],
                    Markers = ["*.descriptor.txt"],
                },
            ],
        },
        new()
        {
            Name = "keras",
            Title = "Keras datasets and weights",
            Reference = "https://keras.io/api/utils/python_utils/#get_file-function",
            Places =
            [
                new()
                {
                    Defaults = ["{home}/.keras/datasets"],
                    Variables = [new("KERAS_HOME", "datasets")],
                    Markers =
                    [
                        "mnist.npz", "imdb.npz", "reuters.npz", "boston_housing.npz", "california_housing.npz",
                        "fashion-mnist", "cifar-10-batches-py*", "cifar-100-python*",
                    ],
                },
                new()
                {
                    Defaults = ["{home}/.keras/models"],
                    Variables = [new("KERAS_HOME", "models")],
                    Markers = ["imagenet_class_index.json", "*_kernels.h5", "*_notop.h5"],
                },
            ],
        },
        new()
        {
            Name = "nltk",
            Title = "NLTK data",
            Reference = "https://www.nltk.org/data.html",
            Places =
            [
                new()
                {
                    Defaults = ["{home}/nltk_data"],
                    Variables = [new("NLTK_DATA") { Separators = ":" }],
                    Markers =
                    [
                        "tokenizers/punkt*", "corpora/stopwords*", "corpora/wordnet*",
                        "taggers/averaged_perceptron_tagger*",
                    ],
                },
            ],
        },
        new()
        {
            Name = "vllm",
            Title = "vLLM",
            Reference = "https://docs.vllm.ai/en/stable/configuration/env_vars.html",
            Places =
            [
                new()
                {
                    Defaults = ["{cache}/vllm"],
                    Variables = [new("VLLM_CACHE_ROOT")],
                    Markers = ["torch_compile_cache", "torch_aot_compile", "modelinfos", "gpu_p2p_access_cache_for_*", "xla_cache"],
                },
            ],
        },
    ];

    private static CachePlace HuggingFace(string part, ImmutableArray<string> markers, params ImmutableArray<string> variables) => new()
    {
        Defaults = ["{cache}/huggingface/" + part],
        Variables = [.. variables.Select(name => new CacheVariable(name)), new("HF_HOME", part)],
        Markers = markers,
    };
}
