namespace SoundFoundry.Api.Audit;

/// <summary>The names of all acts that are written down.</summary>
internal static class Acts
{
    public const string OwnerSetUp = "owner.set_up";
    public const string UserRegistered = "user.registered";
    public const string SignedIn = "session.begun";
    public const string SignInFailed = "session.refused";
    public const string SignedOut = "session.ended";
    public const string SessionRevoked = "session.revoked";
    public const string EmailConfirmed = "email.confirmed";
    public const string PasswordResetAsked = "password.reset_asked";
    public const string PasswordReset = "password.reset";
    public const string PasswordChanged = "password.changed";
    public const string PasskeyAdded = "passkey.added";
    public const string PasskeyRemoved = "passkey.removed";
    public const string LoginAdded = "login.added";
    public const string LoginRemoved = "login.removed";
    public const string KeyMade = "key.made";
    public const string KeyRevoked = "key.revoked";
    public const string InvitationMade = "invitation.made";
    public const string InvitationRevoked = "invitation.revoked";
    public const string RoleChanged = "user.role_changed";
    public const string UserSuspended = "user.suspended";
    public const string UserResumed = "user.resumed";
    public const string UserDeleted = "user.deleted";
    public const string QueueOrdered = "queue.ordered";
    public const string JobsRequeued = "jobs.requeued";
    public const string CreditsAdjusted = "credits.adjusted";
    public const string PurchaseRecorded = "purchase.recorded";
    public const string AuditExported = "audit.exported";
    public const string AccountExported = "account.exported";
    public const string ShareMade = "share.made";
    public const string ShareRevoked = "share.revoked";
    public const string WebhookCreated = "webhook.created";
    public const string WebhookChanged = "webhook.changed";
    public const string WebhookDeleted = "webhook.deleted";
    public const string WebhookSecretRotated = "webhook.secret_rotated";
}
