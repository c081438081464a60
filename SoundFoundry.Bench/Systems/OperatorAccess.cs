using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace SoundFoundry.Bench.Systems;

/// <summary>An operator of a system in accounts mode, with a session and a key whose secrets only this program knows.</summary>
internal sealed class OperatorAccess(NpgsqlDataSource database)
{
    private readonly string _session = RandomNumberGenerator.GetHexString(64);
    private readonly string _key = $"sf_{RandomNumberGenerator.GetHexString(64)}";

    public Visitor BySession => new("an operator's browser", ("Cookie", $"soundfoundry={_session}"), RenewAsync);

    public Visitor ByKey => new("an operator's key", ("Authorization", $"Bearer {_key}"), RenewAsync);

    public async Task SetUpAsync(Uri api, HttpClient http, CancellationToken cancellationToken)
    {
        var link = RandomNumberGenerator.GetHexString(64);
        await ExecuteAsync(
            """
            INSERT INTO identity.set_up_links (id, hash, expires_at) VALUES (1, $1, now() + interval '1 hour')
            ON CONFLICT (id) DO UPDATE SET hash = excluded.hash, expires_at = excluded.expires_at
            """, Hash(link), cancellationToken);
        using var made = await http.PostAsJsonAsync(
            new Uri(api, "/api/auth/set-up"), new { name = "Operator", email = "operator@bench.test", password = link, token = link }, cancellationToken);
        made.EnsureSuccessStatusCode();
        await RenewAsync(cancellationToken);
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        await database.ExecuteAsync("UPDATE identity.members SET suspended_at = NULL, is_operator = true WHERE id = 1", cancellationToken);
        await ExecuteAsync(
            """
            INSERT INTO identity.sessions (user_id, hash, expires_at) VALUES (1, $1, now() + interval '1 day') ON CONFLICT (hash) DO NOTHING
            """, Hash(_session), cancellationToken);
        await ExecuteAsync(
            """
            INSERT INTO identity.api_keys (user_id, name, prefix, hash, scopes) VALUES (1, 'fuzz', 'sf_', $1, '{read,create,admin}')
            ON CONFLICT (hash) DO UPDATE SET revoked_at = NULL
            """, Hash(_key), cancellationToken);
    }

    private async Task ExecuteAsync(string sql, byte[] hash, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue(hash);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
