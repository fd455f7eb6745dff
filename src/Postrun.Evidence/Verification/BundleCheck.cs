using System.Text.Json;

namespace Postrun.Evidence;

internal static class BundleCheck
{
    /// <summary>The statement as far as it can be read, also where the signature does not hold.</summary>
    public static InTotoStatement? Run(EvidenceReader files, VerificationKey? key, FindingList findings)
    {
        const string file = EvidenceFiles.Bundle;
        findings.Begin(Check.Bundle);
        if (files.ReadAll(file, Check.Bundle) is not { } json)
            return null;
        SigstoreBundle bundle;
        try
        {
            bundle = SigstoreBundle.Parse(json);
        }
        catch (Exception e) when (Malformed.Is(e))
        {
            findings.Add(Check.Bundle, file, $"is not a bundle of this form: {Malformed.Line(e)}");
            return null;
        }
        if (bundle.MediaType != SigstoreBundle.MediaTypeV03)
            findings.Add(Check.Bundle, file, $"has the media type '{Malformed.Line(bundle.MediaType)}', not {SigstoreBundle.MediaTypeV03}");
        if (key is not null)
            Signature(bundle, key, findings);
        return Statement(bundle.DsseEnvelope, findings);
    }

    private static void Signature(SigstoreBundle bundle, VerificationKey key, FindingList findings)
    {
        findings.Begin(Check.Signature);
        var hint = bundle.VerificationMaterial.PublicKey.Hint;
        if (hint != key.Hint)
            findings.Add(Check.Signature, EvidenceFiles.Bundle, $"names another key (hint {Malformed.Line(hint)}, trusted {key.Hint})");
        var envelope = bundle.DsseEnvelope;
        bool good;
        try
        {
            good = key.Verify(Dsse.PreAuthenticationEncoding(envelope.PayloadType, envelope.Payload), envelope.Signatures[0].Sig);
        }
        catch (Exception e) when (Malformed.Is(e))
        {
            good = false;
        }
        if (!good)
            findings.Add(Check.Signature, EvidenceFiles.Bundle, "the signature is not of the trusted key over this statement");
    }

    private static InTotoStatement? Statement(BundleEnvelope envelope, FindingList findings)
    {
        const string file = EvidenceFiles.Bundle;
        findings.Begin(Check.Statement);
        if (envelope.PayloadType != InTotoStatement.PayloadType)
        {
            findings.Add(Check.Statement, file, $"has the payload type '{Malformed.Line(envelope.PayloadType)}', not {InTotoStatement.PayloadType}");
            return null;
        }
        InTotoStatement statement;
        try
        {
            statement = JsonSerializer.Deserialize(envelope.Payload, BundleJson.Default.InTotoStatement) ?? throw new JsonException("it is null");
        }
        catch (Exception e) when (Malformed.Is(e))
        {
            findings.Add(Check.Statement, file, $"its statement cannot be read: {Malformed.Line(e)}");
            return null;
        }
        if (statement.Type != InTotoStatement.StatementType)
            findings.Add(Check.Statement, file, $"its statement is a '{Malformed.Line(statement.Type)}', not {InTotoStatement.StatementType}");
        if (statement.PredicateType != InTotoStatement.EvidencePredicateType)
            findings.Add(Check.Statement, file, $"its predicate is a '{Malformed.Line(statement.PredicateType)}', not {InTotoStatement.EvidencePredicateType}");
        return statement;
    }
}
