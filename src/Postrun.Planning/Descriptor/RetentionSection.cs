using System.Collections.Frozen;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Reads <c>retention</c>.</summary>
internal static class RetentionSection
{
    /// <summary>Long enough for an audit to begin; nothing is removed by it, for evidence only becomes due.</summary>
    private static readonly RetentionCode DefaultEvidence = RetentionCode.Days(90);

    private static readonly RetentionCode DefaultIntermediate = RetentionCode.Days(7);

    private static readonly FrozenDictionary<string, Treatment> Treatments = new Dictionary<string, Treatment>
    {
        ["keep"] = Treatment.Keep,
        ["delete"] = Treatment.Delete,
    }.ToFrozenDictionary();

    public static RetentionTerms Read(Section root)
    {
        var section = root.Open("retention");
        var terms = new RetentionTerms
        {
            Evidence = ReadTerm(section?.Open("evidence"), DefaultEvidence, Treatment.Keep),
            Intermediate = ReadTerm(section?.Open("intermediate"), DefaultIntermediate, Treatment.Keep),
            Transient = ReadTerm(section?.Open("transient"), RetentionCode.Ret0, Treatment.Delete),
        };
        if (terms.Evidence.Code == RetentionCode.Ret0)
            Report(section, "evidence", "'retention.evidence.code' cannot be RET-0: evidence is kept for a term, write RET-90 or longer");
        if (terms.Transient.Code != RetentionCode.Ret0)
            Report(section, "transient", "'retention.transient.code' must be RET-0: what is to stay for a while is intermediate, declare it under 'workspace.intermediate'");
        if (terms.Intermediate is { Code.IsHold: true, BeforeDue: Treatment.Delete })
            Report(section, "intermediate", "'retention.intermediate' is on HOLD and deleted at once: write treatment: keep, or another code");
        return terms;
    }

    private static RetentionTerm ReadTerm(Section? section, RetentionCode code, Treatment treatment) => section is null
        ? new() { Code = code, BeforeDue = treatment }
        : new()
        {
            Code = ReadCode(section) ?? code,
            BeforeDue = DescriptorKeys.Of(section.Name).Contains("treatment") ? section.Choice("treatment", Treatments) ?? treatment : treatment,
            LegalBasis = section.Text("legalBasis", 1000),
            Responsible = section.Text("responsible"),
        };

    private static RetentionCode? ReadCode(Section section)
    {
        if (section.Scalar("code") is not { } scalar || section.Context.Expand(scalar) is not { } text)
            return null;
        if (RetentionCode.TryParse(text, out var code))
            return code;
        section.Context.Errors.Add(scalar, $"'{section.NameOf("code")}' cannot be {ErrorList.Quote(scalar.Text)}: write RET-<days>, RET-<years>Y or HOLD, such as RET-90 or RET-5Y");
        return null;
    }

    private static void Report(Section? retention, string term, string message)
    {
        if ((retention?.Find(term) as SourceMapping)?.Entries.FirstOrDefault(entry => entry.Key.Text == "code")?.Value is { } code)
            retention.Context.Errors.Add(code, message);
    }
}
