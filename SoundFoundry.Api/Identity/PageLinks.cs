using Microsoft.Extensions.Options;

namespace SoundFoundry.Api.Identity;

/// <summary>Links to pages, for the log and for mails. Never made from a request: its host is whatever its sender says.</summary>
internal sealed class PageLinks(IOptions<ApiOptions> api, IOptions<AccountsOptions> accounts)
{
    /// <param name="page">Path and query, without a leading slash.</param>
    public Uri To(string page) =>
        new($"{(string.IsNullOrWhiteSpace(api.Value.PublicUrl) ? accounts.Value.PagesUrl : api.Value.PublicUrl).TrimEnd('/')}/{page}");
}
