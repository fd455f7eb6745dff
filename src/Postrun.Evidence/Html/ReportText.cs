using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>The language of a page.</summary>
public enum ReportLanguage
{
    English,
    BrazilianPortuguese,
}

/// <summary>
/// Every word that a page says, in one language. A sentence that is missing in a language does not compile; a value of
/// an enumeration that is missing fails a test.
/// </summary>
internal sealed partial record ReportText
{
    public static ReportText Of(ReportLanguage language) => language == ReportLanguage.English ? English : Portuguese;

    /// <summary>For the <c>lang</c> attribute.</summary>
    public required string Tag { get; init; }
    public required NumberFormatInfo Numbers { get; init; }

    public required string Title { get; init; }
    public required string Run { get; init; }
    public required string Owner { get; init; }
    public required string Gates { get; init; }
    public required string Summary { get; init; }

    public required string NothingLeft { get; init; }
    public required string LeftOne { get; init; }
    public required string LeftMany { get; init; }
    public required string NotFinished { get; init; }
    public required string InterruptedBy { get; init; }

    public required string Freed { get; init; }
    public required string Removed { get; init; }
    public required string Kept { get; init; }
    public required string Left { get; init; }
    public required string FilesAndDirectories { get; init; }
    public required string FilesOnly { get; init; }
    public required string StillHeld { get; init; }
    public required string ForAPerson { get; init; }
    public required string NothingToDo { get; init; }
    public required string AllReleased { get; init; }

    public required string WhoWhenWhat { get; init; }
    public required string RunEnded { get; init; }
    public required string Started { get; init; }
    public required string Finished { get; init; }
    public required string Duration { get; init; }
    public required string NotRecorded { get; init; }
    public required string Agent { get; init; }
    public required string Host { get; init; }
    public required string User { get; init; }
    public required string Kernel { get; init; }
    public required string Process { get; init; }
    public required string Policy { get; init; }
    public required string ExitCode { get; init; }
    public required string Previous { get; init; }

    public required string Protection { get; init; }

    /// <summary>Of files: without a pin, all.</summary>
    public required string Unpinned { get; init; }
    public required string Roots { get; init; }
    public required string Links { get; init; }

    public required string Charts { get; init; }
    public required string ByClass { get; init; }
    public required string ByKind { get; init; }
    public required string NothingRemoved { get; init; }

    public required string KeptTitle { get; init; }
    public required string KeptLead { get; init; }
    public required string NothingKept { get; init; }
    public required string RemovedTitle { get; init; }
    public required string RemovedLead { get; init; }
    public required string LeftTitle { get; init; }
    public required string LeftLead { get; init; }
    public required string ControlsTitle { get; init; }
    public required string ControlsLead { get; init; }
    public required string IncidentsTitle { get; init; }
    public required string IncidentsLead { get; init; }
    public required string RedactionsTitle { get; init; }
    public required string RedactionsLead { get; init; }
    public required string Found { get; init; }
    public required string CredentialsTitle { get; init; }
    public required string NoCredentials { get; init; }
    public required string CredentialsUnknown { get; init; }

    /// <summary>Proved to be dead, of how many.</summary>
    public required string CredentialsDead { get; init; }

    /// <summary>Proved to be dead, of how many, and may live on.</summary>
    public required string CredentialsOpen { get; init; }

    public required string CredentialsDamaged { get; init; }
    public required string Credential { get; init; }
    public required string Issuer { get; init; }
    public required string Proof { get; init; }
    public required string MethodsTitle { get; init; }
    public required string UnlinkNote { get; init; }

    public required string Path { get; init; }
    public required string Class { get; init; }
    public required string Term { get; init; }
    public required string Until { get; init; }
    public required string UntilReleased { get; init; }
    public required string NoTerm { get; init; }
    public required string Ground { get; init; }
    public required string Responsible { get; init; }
    public required string Files { get; init; }
    public required string Size { get; init; }
    public required string Rule { get; init; }
    public required string Status { get; init; }
    public required string Reason { get; init; }
    public required string Detail { get; init; }
    public required string Remedy { get; init; }
    public required string Conflict { get; init; }
    public required string HeldBy { get; init; }
    public required string Round { get; init; }
    public required string RiskColumn { get; init; }
    public required string ControlsColumn { get; init; }
    public required string ReferencesColumn { get; init; }
    public required string FindingColumn { get; init; }
    public required string Total { get; init; }
    public required string More { get; init; }

    public required string VerifyTitle { get; init; }
    public required string VerifyLead { get; init; }
    public required string VerifyUnsigned { get; init; }
    public required string VerifyPostrun { get; init; }
    public required string VerifyCosign { get; init; }
    public required string Digests { get; init; }
    public required string Plan { get; init; }
    public required string Descriptor { get; init; }
    public required string RemovedList { get; init; }
    public required string MerkleRoot { get; init; }
    public required string Records { get; init; }
    public required string Footer { get; init; }

    public required FrozenDictionary<ReportStatus, string> ReportStatuses { get; init; }
    public required FrozenDictionary<GateOutcome, string> Outcomes { get; init; }
    public required FrozenDictionary<DataClass, string> Classes { get; init; }
    public required FrozenDictionary<ResidueKind, string> Kinds { get; init; }
    public required FrozenDictionary<StepStatus, string> StepStatuses { get; init; }
    public required FrozenDictionary<ControlStatus, string> ControlStatuses { get; init; }
    public required FrozenDictionary<LeftReason, (string Reason, string Remedy)> LeftReasons { get; init; }
    public required FrozenDictionary<FileOutcome, string> FileOutcomes { get; init; }
    public required FrozenDictionary<RootOrigin, string> Origins { get; init; }
    public required FrozenDictionary<ControlId, (string Risk, string Controls, string References)> ControlRows { get; init; }
    public required FrozenDictionary<ControlFindingCode, string> Findings { get; init; }

    public string Risk(ControlId id) => ControlRows[id].Risk;

    public string Controls(ControlId id) => ControlRows[id].Controls;

    public ImmutableArray<string> References(ControlId id) => [.. ControlRows[id].References.Split("; ")];

    /// <summary>One sentence.</summary>
    public string Finding(ControlFinding finding)
    {
        var count = finding.Count ?? 0;
        var isBytes = finding.Code is ControlFindingCode.StorageHeld or ControlFindingCode.StorageReleased;
        return string.Format(Numbers, Findings[finding.Code], isBytes ? Bytes(count) : Count(count));
    }

    /// <summary>What may be said of the credentials of the run.</summary>
    public string Revocation(RevocationReport? revocation)
    {
        if (revocation is null)
            return NoCredentials;
        if (revocation.Problem is { } problem)
            return Fill(CredentialsUnknown, problem.TrimEnd('.'));
        var (verified, all, open) = (revocation.Verified, revocation.Credentials.Length, revocation.Open.Count());
        var said = open == 0 ? Fill(CredentialsDead, Count(verified), Count(all)) : Fill(CredentialsOpen, Count(verified), Count(all), Count(open));
        return revocation.DamagedLines.IsEmpty ? said : $"{said} {Fill(CredentialsDamaged, string.Join(", ", revocation.DamagedLines.Take(10)))}";
    }

    public string Count(long number) => number.ToString("N0", Numbers);

    /// <summary>In binary units, three digits at most.</summary>
    public string Bytes(long bytes)
    {
        ReadOnlySpan<string> units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
        double value = bytes;
        var unit = 0;
        for (; Math.Abs(value) >= 1023.5 && unit < units.Length - 1; unit++)
            value /= 1024;
        var format = unit == 0 || value >= 99.95 ? "N0" : value >= 9.995 ? "N1" : "N2";
        return $"{value.ToString(format, Numbers)} {units[unit]}";
    }

    public string Fill(string sentence, params ReadOnlySpan<object?> values) => string.Format(Numbers, sentence, values);

    /// <summary>Of one form in both languages: an auditor may have to compare them.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string Date(DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Elapsed(TimeSpan time) =>
        time.TotalSeconds < 60 ? $"{time.TotalSeconds.ToString(time.TotalSeconds < 10 ? "N2" : "N1", Numbers)} s"
        : time.TotalHours < 1 ? $"{time.Minutes} min {time.Seconds} s"
        : $"{(long)time.TotalHours} h {time.Minutes} min";
}
