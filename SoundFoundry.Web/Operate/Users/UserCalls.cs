using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Operate.Users;

internal static class UserCalls
{
    private const int PageSize = 50;

    /// <param name="search">Part of a name or an address.</param>
    /// <param name="cursor">Where the page before ended; null for the newest.</param>
    public static Task<Answer<UserPage>> UsersAsync(this ApiClient api, string? search, string? cursor, CancellationToken cancellationToken)
    {
        var query = QueryString.Create("limit", $"{PageSize}");
        if (!string.IsNullOrWhiteSpace(search)) query = query.Add("q", search);
        if (cursor is not null) query = query.Add("cursor", cursor);
        return api.GetAsync<UserPage>("list users", $"/api/admin/users{query}", cancellationToken);
    }

    public static Task<Answer<UserLine>> UserAsync(this ApiClient api, long id, CancellationToken cancellationToken) =>
        api.GetAsync<UserLine>("read user", $"/api/admin/users/{id}", cancellationToken);
}
