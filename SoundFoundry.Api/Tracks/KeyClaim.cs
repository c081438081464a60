using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Idempotency;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Tracks;

/// <summary>A user's idempotency key inside the transaction that answers it. Of concurrent requests with one key, one takes it;
/// the others wait for its commit and then find its answer.</summary>
internal sealed class KeyClaim
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly SoundFoundryDb _db;
    private readonly long _userId;
    private readonly string _key;

    private KeyClaim(SoundFoundryDb db, long userId, string key) => (_db, _userId, _key) = (db, userId, key);

    /// <summary>What the key already stands for; null if this request is its first.</summary>
    public Creation? Earlier { get; private init; }

    public static async Task<KeyClaim> TakeAsync(
        SoundFoundryDb db, long userId, string key, CreateTrack request, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, Json)));
        while (true)
        {
            var taken = await db.Database.ExecuteSqlAsync(
                $"INSERT INTO idempotency_keys (user_id, key, request_hash) VALUES ({userId}, {key}, {hash}) ON CONFLICT DO NOTHING",
                cancellationToken);
            if (taken == 1) return new KeyClaim(db, userId, key);

            // Between the two statements a key of yesterday may be forgotten; then it is free again.
            if (await Mine(db, userId, key).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } record) continue;
            return new KeyClaim(db, userId, key)
            {
                Earlier = record.RequestHash == hash
                    ? new Creation.Accepted(JsonSerializer.Deserialize<TrackCreated>(record.Response!, Json)!)
                    : new Creation.KeyReused(),
            };
        }
    }

    public Task AnswerAsync(TrackCreated created, CancellationToken cancellationToken)
    {
        var response = JsonSerializer.Serialize(created, Json);
        return Mine(_db, _userId, _key).ExecuteUpdateAsync(set => set.SetProperty(record => record.Response, response), cancellationToken);
    }

    private static IQueryable<IdempotencyRecord> Mine(SoundFoundryDb db, long userId, string key) =>
        db.IdempotencyKeys.Where(record => record.UserId == userId && record.Key == key);
}
