using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Security.Walk;

/// <summary>Who is let in where. An operation of the document without a row here fails the walk.</summary>
internal static class EndpointTable
{
    private const string Somebody = $$"""{"name":"S","email":"walk-{n}@music.test","password":"{{AccountsStack.Password}}","token":"none"}""";

    public static readonly Dictionary<string, EndpointRow> Rows = new()
    {
        ["GET /api/health"] = Everyone(200),
        ["GET /api/health/providers"] = Everyone(200),
        ["GET /api/files/{key}"] = Everyone(403), // it is the signature that lets in
        ["HEAD /api/files/{key}"] = Everyone(403),
        ["POST /api/hooks/{provider}/{token}"] = Everyone(404),

        ["GET /api/auth"] = Everyone(200),
        ["POST /api/auth/sign-in"] = Everyone(401, """{"email":"nobody@music.test","password":"not the password"}"""),
        ["POST /api/auth/sign-out"] = Everyone(204) with { EndsSession = true },
        ["POST /api/auth/register"] = Everyone(204, Somebody) with { EndsSession = true },
        ["POST /api/auth/set-up"] = Everyone(403, Somebody),

        ["POST /api/auth/passkey/options"] = Everyone(200),
        ["POST /api/auth/passkey"] = Everyone(401, """{"credential":{}}"""),

        ["GET /api/auth/external"] = Everyone(404), // nothing is set up elsewhere
        ["POST /api/auth/password/forgot"] = Everyone(409, """{"email":"nobody@music.test"}"""), // it sends no mail
        ["POST /api/auth/password/reset"] = Everyone(403, $$"""{"email":"nobody@music.test","token":"none","password":"{{AccountsStack.Password}}"}"""),
        ["POST /api/auth/email/confirm"] = Everyone(403, """{"user_id":1,"token":"none","password":"none"}"""),

        ["GET /api/me"] = Users(200),
        ["DELETE /api/me"] = Persons(400, """{"password":"not the password"}"""),
        ["GET /api/me/logins"] = Persons(200),
        ["POST /api/me/logins"] = Persons(404),
        ["DELETE /api/me/logins"] = Persons(400), // it names none
        ["PATCH /api/me"] = Persons(200, """{"name":"Renamed"}"""),
        ["POST /api/me/password"] = Persons(204, $$"""{"current":"{{AccountsStack.Password}}","password":"{{AccountsStack.Password}}"}"""),
        ["GET /api/export"] = Persons(200),
        ["GET /api/sessions"] = Persons(200),
        ["DELETE /api/sessions"] = Persons(204),
        ["DELETE /api/sessions/{id}"] = Persons(204) with { IsOwned = true },
        ["GET /api/keys"] = Persons(200),
        ["POST /api/keys"] = Persons(201, """{"name":"k","scopes":["read"]}"""),
        ["DELETE /api/keys/{id}"] = Persons(204) with { IsOwned = true },
        ["GET /api/passkeys"] = Persons(200),
        ["POST /api/passkeys/options"] = Persons(200),
        ["POST /api/passkeys"] = Persons(400, """{"credential":{},"name":"none"}"""),
        ["DELETE /api/passkeys/{id}"] = Persons(404), // a real one takes a browser to make
        ["GET /api/credits"] = Users(200),
        ["GET /api/credits/ledger"] = Users(200),

        ["GET /api/webhooks"] = Persons(200),
        ["POST /api/webhooks"] = Persons(201, """{"url":"https://1.1.1.1/hook"}"""),
        ["GET /api/webhooks/{id}"] = Persons(200) with { IsOwned = true },
        ["PATCH /api/webhooks/{id}"] = Persons(200, """{"description":"mine"}""") with { IsOwned = true },
        ["DELETE /api/webhooks/{id}"] = Persons(204) with { IsOwned = true },
        ["POST /api/webhooks/{id}/secret"] = Persons(200) with { IsOwned = true },
        ["POST /api/webhooks/{id}/test"] = Persons(202) with { IsOwned = true },
        ["GET /api/webhooks/{id}/deliveries"] = Persons(200) with { IsOwned = true },
        ["POST /api/webhooks/{id}/deliveries/{deliveryId}/redeliver"] = Persons(202) with { IsOwned = true },

        ["GET /api/providers"] = Users(200),
        ["GET /api/events"] = Users(200),
        ["GET /api/tracks"] = Users(200),
        ["POST /api/tracks"] = Users(202, """{"prompt":"soft rain","duration_s":5}"""),
        ["GET /api/tracks/ids"] = Users(200),
        ["POST /api/tracks/quote"] = Users(200, """{"prompt":"soft rain","duration_s":5}"""),
        ["POST /api/tracks/bulk"] = Users(200, """{"action":"favorite","ids":[1]}"""),
        ["GET /api/tracks/{id}"] = Own(200),
        ["PATCH /api/tracks/{id}"] = Own(200, """{"favorite":true}"""),
        ["DELETE /api/tracks/{id}"] = Own(409), // it is still being made
        ["POST /api/tracks/{id}/restore"] = Own(200),
        ["GET /api/tracks/{id}/audio"] = Own(409),
        ["HEAD /api/tracks/{id}/audio"] = Own(409),
        ["GET /api/tracks/{id}/peaks"] = Own(409),
        ["GET /api/tracks/{id}/cover"] = Own(409),
        ["GET /api/tracks/{id}/spectrogram"] = Own(409),
        ["GET /api/tracks/{id}/late/{lateId}/audio"] = Own(302),
        ["HEAD /api/tracks/{id}/late/{lateId}/audio"] = Own(302),
        ["POST /api/tracks/{id}/late/{lateId}/take"] = Own(200),
        ["POST /api/tracks/{id}/late/{lateId}/decline"] = Own(200),
        ["GET /api/tracks/{id}/attempts"] = Own(200),
        ["POST /api/tracks/{id}/share"] = Own(409, """{"show_prompt":true}"""), // there is nothing to hear yet
        ["GET /api/shares"] = Users(200),
        ["DELETE /api/shares/{id}"] = Own(204),
        ["GET /api/public/shares/{token}"] = Everyone(404), // it is the token that lets in
        ["GET /api/public/shares/{token}/audio"] = Everyone(404),
        ["HEAD /api/public/shares/{token}/audio"] = Everyone(404),
        ["GET /api/public/shares/{token}/peaks"] = Everyone(404),
        ["GET /api/public/shares/{token}/cover"] = Everyone(404),
        ["GET /api/playlists"] = Users(200),
        ["POST /api/playlists"] = Users(201, """{"name":"Evenings"}"""),
        ["GET /api/playlists/{id}"] = Own(200),
        ["PATCH /api/playlists/{id}"] = Own(200, """{"name":"Mornings"}"""),
        ["DELETE /api/playlists/{id}"] = Own(204),
        ["POST /api/playlists/{id}/restore"] = Own(200),
        ["POST /api/playlists/{id}/tracks"] = Own(400, """{"track_ids":[99999999]}"""),
        ["DELETE /api/playlists/{id}/tracks/{trackId}"] = Own(204),
        ["POST /api/playlists/{id}/tracks/{trackId}/move"] = Own(200, """{"after":null}"""),
        ["GET /api/jobs/{id}"] = Own(200),
        ["GET /api/jobs/{id}/logs"] = Own(200),
        ["GET /api/jobs/{id}/events"] = Own(200),
        ["POST /api/jobs/{id}/cancel"] = Own(200),
        ["POST /api/jobs/{id}/first"] = Own(200),
        ["POST /api/jobs/{id}/retry"] = Own(409),

        ["GET /api/admin/queue"] = Operators(200),
        ["GET /api/admin/workers"] = Operators(200),
        ["GET /api/admin/providers"] = Operators(200),
        ["POST /api/admin/queue/pause"] = Operators(200),
        ["POST /api/admin/queue/resume"] = Operators(200),
        ["POST /api/admin/queue/drain"] = Operators(200),
        ["POST /api/admin/queue/requeue"] = Operators(200),
        ["POST /api/admin/jobs/{id}/requeue"] = Operators(409),
        ["POST /api/admin/users/{id}/credits"] = Operators(200, """{"credits":5,"reason":"for the walk"}"""),
        ["GET /api/admin/audit"] = Operators(200),
        ["GET /api/admin/audit.csv"] = Operators(200),
        ["GET /api/admin/users"] = Operators(200),
        ["GET /api/admin/users/{id}"] = Operators(200),
        ["PATCH /api/admin/users/{id}"] = Operators(200, """{"role":"user"}"""),
        ["POST /api/admin/users/{id}/suspend"] = Operators(200) with { EndsSession = true },
        ["POST /api/admin/users/{id}/resume"] = Operators(200),
        ["DELETE /api/admin/users/{id}"] = Operators(204) with { EndsSession = true },
        ["GET /api/admin/invitations"] = Operators(200),
        ["POST /api/admin/invitations"] = Operators(201, """{"note":"for the walk"}"""),
        ["DELETE /api/admin/invitations/{id}"] = Operators(404),
        ["POST /api/admin/purchases"] = Operators(200, """{"user_id":1,"credits":5,"reference":"walk"}"""),
    };

    private static EndpointRow Everyone(int answer, string? body = null) => new(Door.Everyone, answer, IsOwned: false, body, EndsSession: false);

    private static EndpointRow Users(int answer, string? body = null) => new(Door.Users, answer, IsOwned: false, body, EndsSession: false);

    private static EndpointRow Own(int answer, string? body = null) => Users(answer, body) with { IsOwned = true };

    private static EndpointRow Persons(int answer, string? body = null) => new(Door.Persons, answer, IsOwned: false, body, EndsSession: false);

    private static EndpointRow Operators(int answer, string? body = null) => new(Door.Operators, answer, IsOwned: false, body, EndsSession: false);
}
