namespace Postrun.Redaction.Detection;

/// <summary>What a validator says of a value.</summary>
internal enum Verdict
{
    /// <summary>It is not one.</summary>
    Rejected,

    /// <summary>It may be one: there is nothing to check, or what was checked allows a doubt.</summary>
    Plausible,

    /// <summary>Its checksum or its structure holds.</summary>
    Verified,
}

/// <summary>Judges the bytes of a value, and nothing around it. Neither throws nor allocates; linear in the value.</summary>
internal delegate Verdict Validator(ReadOnlySpan<byte> value);
