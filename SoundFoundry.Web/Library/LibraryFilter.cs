using Microsoft.AspNetCore.WebUtilities;
using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

/// <summary>Which tracks are looked at and in which order, as it stands in the page's address. Api's list calls it the same.</summary>
public sealed record LibraryFilter
{
    public const string Newest = "newest";

    public static readonly IReadOnlyList<string> Sorts = [Newest, "oldest", "title", "longest", "shortest"];

    public string? Q { get; init; }

    public JobStatus? Status { get; init; }

    public bool Favorite { get; init; }

    public bool? Vocals { get; init; }

    public string? Provider { get; init; }

    public string? Tag { get; init; }

    public string Sort { get; init; } = Newest;

    /// <summary>Whether tracks are left out.</summary>
    public bool Narrows => this with { Sort = Newest } != new LibraryFilter();

    /// <summary>What an address can't mean is left out of it, as if it had not been asked.</summary>
    public static LibraryFilter Parse(string? query)
    {
        var asked = QueryHelpers.ParseQuery(query);
        return new LibraryFilter
        {
            Q = Text("q"),
            Status = Enum.TryParse<JobStatus>(Text("status"), ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : null,
            Favorite = Text("favorite") == "true",
            Vocals = bool.TryParse(Text("vocals"), out var vocals) ? vocals : null,
            Provider = Text("provider"),
            Tag = Text("tag"),
            Sort = Text("sort") is { } sort && Sorts.Contains(sort) ? sort : Newest,
        };

        string? Text(string name) => asked.TryGetValue(name, out var values) && values[0] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }

    /// <returns>Empty, or with its question mark.</returns>
    public string ToQuery()
    {
        var query = new QueryString();
        Add("q", Q);
        Add("status", Status?.ToString().ToUpperInvariant());
        Add("favorite", Favorite ? "true" : null);
        Add("vocals", Vocals is { } vocals ? vocals ? "true" : "false" : null);
        Add("provider", Provider);
        Add("tag", Tag);
        Add("sort", Sort == Newest ? null : Sort);
        return query.ToString();

        void Add(string name, string? value) => query = value is null ? query : query.Add(name, value);
    }
}
