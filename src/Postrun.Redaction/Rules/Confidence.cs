namespace Postrun.Redaction.Rules;

/// <summary>How sure a finding is. That its issuer still accepts it is known only to whoever asks the issuer.</summary>
public enum Confidence
{
    /// <summary>It looks like one, and stands where one would.</summary>
    Shape,

    /// <summary>Its checksum holds, or a structure that does not come about by chance.</summary>
    Checksum,
}
