namespace Postrun.Model;

/// <summary>Tells what sort of residue a path is. It is asked once for each removed entry, so it allocates nothing.</summary>
public static class ResidueKinds
{
    /// <summary>
    /// A cache directory anywhere decides; then the name itself; then the directories, the innermost first.
    /// </summary>
    /// <param name="relativePath">Relative to its root, without leading slash.</param>
    /// <param name="inCache">The root is a cache.</param>
    public static ResidueKind Classify(ReadOnlySpan<byte> relativePath, bool inCache)
    {
        if (inCache)
            return ResidueKind.Cache;

        var kind = ResidueKind.Other;
        var traits = Traits.None;
        var name = relativePath;
        for (int slash; (slash = name.IndexOf((byte)'/')) >= 0; name = name[(slash + 1)..])
        {
            var directory = OfDirectory(name[..slash], ref traits);
            if (directory == ResidueKind.Cache)
                return ResidueKind.Cache;
            if (directory != ResidueKind.Other)
                kind = directory;
        }

        var own = OfName(name, traits);
        if (own != ResidueKind.Other)
            return own;
        // The entry may be a directory itself.
        own = OfDirectory(name, ref traits);
        return own != ResidueKind.Other ? own : kind;
    }

    /// <summary>What the directories on the way say of names that mean nothing alone.</summary>
    [Flags]
    private enum Traits
    {
        None = 0,
        Data = 1,
        Outputs = 2,
        Dumps = 4,
    }

    private static ResidueKind OfDirectory(ReadOnlySpan<byte> name, ref Traits traits)
    {
        switch (name.Length)
        {
            case 3:
                return name.SequenceEqual("tmp"u8) ? ResidueKind.Temporary
                    : name.SequenceEqual("pip"u8) ? ResidueKind.Cache : ResidueKind.Other;
            case 4:
                if (name.SequenceEqual("data"u8))
                    traits |= Traits.Data;
                return name.SequenceEqual("temp"u8) ? ResidueKind.Temporary
                    : name.SequenceEqual("logs"u8) ? ResidueKind.Log
                    : name.SequenceEqual("ckpt"u8) ? ResidueKind.Checkpoint : ResidueKind.Other;
            case 5:
                if (name.SequenceEqual("dumps"u8))
                {
                    traits |= Traits.Dumps;
                    return ResidueKind.Dump;
                }
                return name.SequenceEqual("ckpts"u8) ? ResidueKind.Checkpoint : ResidueKind.Other;
            case 6:
                if (name.SequenceEqual("output"u8))
                    traits |= Traits.Outputs;
                return name.SequenceEqual(".cache"u8) ? ResidueKind.Cache : ResidueKind.Other;
            case 7:
                if (name.SequenceEqual("outputs"u8))
                    traits |= Traits.Outputs;
                if (name.SequenceEqual("dataset"u8))
                    return OfData(ref traits);
                return name.SequenceEqual("samples"u8) || name.SequenceEqual("preview"u8) ? ResidueKind.Preview
                    : name.SequenceEqual("scratch"u8) ? ResidueKind.Temporary : ResidueKind.Other;
            case 8:
                if (name.SequenceEqual("datasets"u8))
                    return OfData(ref traits);
                return name.SequenceEqual("previews"u8) ? ResidueKind.Preview : ResidueKind.Other;
            case 11:
                if (name.SequenceEqual("__pycache__"u8) || name.SequenceEqual("huggingface"u8))
                    return ResidueKind.Cache;
                break;
            case 14:
                if (name.SequenceEqual("lightning_logs"u8))
                    return ResidueKind.Log;
                break;
            case 18:
                if (name.SequenceEqual(".ipynb_checkpoints"u8))
                    return ResidueKind.Cache;
                break;
        }
        // Also checkpoint-500 of the Hugging Face trainer, checkpoint_500 of others.
        return name.Length >= 10 && (name.StartsWith("checkpoint"u8) || name.StartsWith("global_step"u8)) ? ResidueKind.Checkpoint : ResidueKind.Other;
    }

    private static ResidueKind OfData(ref Traits traits)
    {
        traits |= Traits.Data;
        return ResidueKind.Dataset;
    }

    private static ResidueKind OfName(ReadOnlySpan<byte> name, Traits traits)
    {
        if (name.IsEmpty)
            return ResidueKind.Other;
        if (name[^1] == '~' || name.StartsWith(".~lock"u8))
            return ResidueKind.Temporary;
        if (name[0] == 'c' && IsCore(name))
            return ResidueKind.Dump;
        if (name[0] == 'e' && name.StartsWith("events.out.tfevents"u8))
            return ResidueKind.Log;
        var dot = name.LastIndexOf((byte)'.');
        return dot < 0 ? ResidueKind.Other : OfExtension(name[(dot + 1)..], name, traits);
    }

    /// <summary>As core(5) names them: <c>core</c>, <c>core.PID</c>, <c>core.python.PID</c>; but not <c>core.py</c>.</summary>
    private static bool IsCore(ReadOnlySpan<byte> name)
    {
        if (!name.StartsWith("core"u8))
            return false;
        if (name.Length == 4)
            return true;
        if (name[4] != '.')
            return false;
        var last = name[(name.LastIndexOf((byte)'.') + 1)..];
        return !last.IsEmpty && !last.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    private static ResidueKind OfExtension(ReadOnlySpan<byte> extension, ReadOnlySpan<byte> name, Traits traits)
    {
        switch (extension.Length)
        {
            case 2:
                return extension.SequenceEqual("pt"u8) ? ResidueKind.Checkpoint : ResidueKind.Other;
            case 3:
                return (extension[0], extension[1], extension[2]) switch
                {
                    ((byte)'p', (byte)'t', (byte)'h') => ResidueKind.Checkpoint,
                    ((byte)'b', (byte)'i', (byte)'n') when name.StartsWith("optimizer"u8) => ResidueKind.Checkpoint,
                    ((byte)'l', (byte)'o', (byte)'g') or ((byte)'o', (byte)'u', (byte)'t') or ((byte)'e', (byte)'r', (byte)'r') => ResidueKind.Log,
                    ((byte)'d', (byte)'m', (byte)'p') => ResidueKind.Dump,
                    ((byte)'p', (byte)'k', (byte)'l') when (traits & Traits.Dumps) != 0 => ResidueKind.Dump,
                    ((byte)'p', (byte)'n', (byte)'g') or ((byte)'j', (byte)'p', (byte)'g') or ((byte)'m', (byte)'p', (byte)'4')
                        when (traits & Traits.Outputs) != 0 => ResidueKind.Preview,
                    ((byte)'p', (byte)'y', (byte)'c') => ResidueKind.Cache,
                    ((byte)'t', (byte)'m', (byte)'p') or ((byte)'s', (byte)'w', (byte)'p') => ResidueKind.Temporary,
                    _ => ResidueKind.Other,
                };
            case 4:
                return extension.SequenceEqual("ckpt"u8) ? ResidueKind.Checkpoint
                    : extension.SequenceEqual("jpeg"u8) && (traits & Traits.Outputs) != 0 ? ResidueKind.Preview : ResidueKind.Other;
            case 5:
                return extension.SequenceEqual("arrow"u8) ? ResidueKind.Dataset
                    : extension.SequenceEqual("jsonl"u8) && (traits & Traits.Data) != 0 ? ResidueKind.Dataset
                    : extension.SequenceEqual("hprof"u8) ? ResidueKind.Dump : ResidueKind.Other;
            case 6:
                return extension.SequenceEqual("pickle"u8) && ((traits & Traits.Dumps) != 0 || name.StartsWith("dump"u8))
                    ? ResidueKind.Dump : ResidueKind.Other;
            case 7:
                return extension.SequenceEqual("parquet"u8) ? ResidueKind.Dataset
                    : extension.SequenceEqual("nvcudmp"u8) ? ResidueKind.Dump : ResidueKind.Other;
            case 8:
                return extension.SequenceEqual("tfrecord"u8) ? ResidueKind.Dataset : ResidueKind.Other;
            case 11:
                return extension.SequenceEqual("safetensors"u8) ? ResidueKind.Checkpoint : ResidueKind.Other;
            default:
                return ResidueKind.Other;
        }
    }
}
