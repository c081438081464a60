using Microsoft.Extensions.Localization;

namespace SoundFoundry.Web.Operate.Audit;

/// <summary>What was done, as a sentence without its subject. An act of a newer Api is shown by its name.</summary>
internal static class AuditWords
{
    /// <summary>What there are acts of.</summary>
    public static readonly IReadOnlyList<string> Nouns =
        ["session", "user", "credits", "purchase", "key", "passkey", "login", "password", "email", "invitation", "share", "webhook", "queue", "jobs", "account", "audit", "owner"];

    public static string Noun(string noun, IStringLocalizer<Words> words) => noun switch
    {
        "session" => words["Signing in and out"],
        "user" => words["Users"],
        "credits" => words["Credits"],
        "purchase" => words["Purchases"],
        "key" => words["API keys"],
        "passkey" => words["Passkeys"],
        "login" => words["Logins elsewhere"],
        "password" => words["Passwords"],
        "email" => words["Addresses"],
        "invitation" => words["Invitations"],
        "share" => words["Share links"],
        "webhook" => words["Webhooks"],
        "queue" => words["Queue"],
        "jobs" => words["Jobs"],
        "account" => words["Exports of accounts"],
        "audit" => words["Exports of this log"],
        "owner" => words["Setting up"],
        _ => noun,
    };

    public static string Act(string act, IStringLocalizer<Words> words) => act switch
    {
        "owner.set_up" => words["Set the service up"],
        "user.registered" => words["Registered"],
        "session.begun" => words["Signed in"],
        "session.refused" => words["Failed to sign in"],
        "session.ended" => words["Signed out"],
        "session.revoked" => words["Ended a session"],
        "email.confirmed" => words["Confirmed the address"],
        "password.reset_asked" => words["Asked for a new password"],
        "password.reset" => words["Set a new password by mail"],
        "password.changed" => words["Changed the password"],
        "passkey.added" => words["Added a passkey"],
        "passkey.removed" => words["Removed a passkey"],
        "login.added" => words["Added a login elsewhere"],
        "login.removed" => words["Removed a login elsewhere"],
        "key.made" => words["Made an API key"],
        "key.revoked" => words["Revoked an API key"],
        "invitation.made" => words["Invited somebody"],
        "invitation.revoked" => words["Took an invitation back"],
        "share.made" => words["Shared a track"],
        "share.revoked" => words["Ended a share link"],
        _ => OfTheDesk(act, words),
    };

    private static string OfTheDesk(string act, IStringLocalizer<Words> words) => act switch
    {
        "user.role_changed" => words["Changed a role"],
        "user.suspended" => words["Suspended a user"],
        "user.resumed" => words["Let a user in again"],
        "user.deleted" => words["Deleted a user"],
        "queue.ordered" => words["Ordered the queue"],
        "jobs.requeued" => words["Queued failed jobs again"],
        "credits.adjusted" => words["Adjusted credits"],
        "purchase.recorded" => words["Recorded a purchase"],
        "audit.exported" => words["Exported this log"],
        "account.exported" => words["Exported an account"],
        "webhook.created" => words["Made a webhook"],
        "webhook.changed" => words["Changed a webhook"],
        "webhook.deleted" => words["Deleted a webhook"],
        "webhook.secret_rotated" => words["Made a new webhook secret"],
        _ => act,
    };
}
