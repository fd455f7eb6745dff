using System.Collections.Frozen;
using System.Text;

namespace Postrun.Redaction.Validation;

/// <summary>Which mail addresses are those of somebody.</summary>
/// <remarks>
/// Not: names of RFC 2606 and 6761 (<c>example.com</c>, <c>.test</c>, <c>.local</c>), which stand for nobody; senders that nobody reads
/// (<c>noreply</c>) and accounts of services (<c>git</c>, those of Google Cloud); top-level domains that do not exist, as in <c>icon@2x.png</c> and
/// <c>getty@tty1.service</c>. Addresses of a role, such as <c>info</c>, may be read by one person: they count.
/// </remarks>
internal static class MailAddress
{
    private const int LongestLocal = 64;
    private const int LongestDomain = 253;

    private static readonly FrozenSet<string> Domains = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "academy", "aero", "africa", "agency", "app", "art", "asia", "associates", "band", "bank", "bar", "beer", "berlin", "best", "bike", "bio", "biz", "blog",
        "build", "builders", "business", "cafe", "care", "careers", "cat", "center", "charity", "chat", "church", "city", "click", "clinic", "cloud", "club", "coach",
        "codes", "coffee", "college", "com", "community", "company", "computer", "construction", "consulting", "cool", "coop", "credit", "data", "dental", "design",
        "dev", "digital", "direct", "directory", "doctor", "earth", "eco", "edu", "education", "email", "energy", "engineer", "engineering", "estate", "eus", "events",
        "exchange", "expert", "family", "farm", "fashion", "fi", "finance", "fit", "fitness", "foundation", "fund", "fun", "gal", "gallery", "games", "global", "gmbh",
        "gov", "graphics", "green", "group", "guide", "guru", "health", "healthcare", "help", "holdings", "homes", "host", "hospital", "house", "info", "ink", "institute",
        "insurance", "int", "international", "investments", "jobs", "koeln", "land", "law", "lawyer", "legal", "life", "link", "live", "lgbt", "llc", "london", "ltd",
        "management", "market", "marketing", "mba", "media", "medical", "mil", "mobi", "money", "museum", "name", "net", "network", "news", "ngo", "nyc", "one", "ong",
        "online", "org", "page", "paris", "partners", "pharmacy", "photo", "photography", "pizza", "plus", "press", "pro", "productions", "properties", "pub", "quebec",
        "realestate", "realtor", "report", "rest", "restaurant", "rio", "rocks", "sale", "school", "science", "scot", "security", "services", "shop", "site", "social",
        "software", "solutions", "space", "store", "studio", "style", "support", "swiss", "systems", "tax", "team", "tech", "technology", "tel", "tips", "today", "tokyo",
        "tools", "top", "tours", "town", "trade", "training", "travel", "tv", "university", "vegas", "ventures", "vet", "video", "vip", "wales", "website", "wien", "wiki",
        "win", "wine", "work", "works", "world", "wtf", "xyz", "yoga", "zone");

    private static readonly FrozenSet<string> Nobody = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "git", "hg", "svn", "noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "mailer-daemon");

    /// <summary>A byte of what stands before the sign.</summary>
    internal static bool IsLocal(byte value) => char.IsAsciiLetterOrDigit((char)value) || "._%+-'"u8.Contains(value);

    internal static bool IsSomebodys(ReadOnlySpan<byte> local, ReadOnlySpan<byte> domain)
    {
        if (local.Length is 0 or > LongestLocal || domain.Length is 0 or > LongestDomain || local[0] == '.' || local[^1] == '.' || local.IndexOf(".."u8) >= 0)
            return false;
        return IsDomain(domain) && !IsReserved(domain) && !IsOfServices(domain) && !Nobody.Contains(Encoding.Latin1.GetString(local));
    }

    private static bool IsDomain(ReadOnlySpan<byte> domain)
    {
        var last = domain[(domain.LastIndexOf((byte)'.') + 1)..];
        if (last.Length == domain.Length || last.ContainsAnyExceptInRange((byte)'A', (byte)'z') || domain[0] == '-')
            return false;
        return last.Length == 2 || Domains.Contains(Encoding.Latin1.GetString(last));
    }

    private static bool IsReserved(ReadOnlySpan<byte> domain) =>
        IsUnder(domain, "example.com"u8) || IsUnder(domain, "example.org"u8) || IsUnder(domain, "example.net"u8) || IsUnder(domain, "example.edu"u8);

    private static bool IsOfServices(ReadOnlySpan<byte> domain) => IsUnder(domain, "gserviceaccount.com"u8);

    private static bool IsUnder(ReadOnlySpan<byte> domain, ReadOnlySpan<byte> parent) => domain.Length >= parent.Length
        && Ascii.EqualsIgnoreCase(domain[^parent.Length..], parent)
        && (domain.Length == parent.Length || domain[^(parent.Length + 1)] == '.');
}
