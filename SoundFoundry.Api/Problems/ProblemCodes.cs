namespace SoundFoundry.Api.Problems;

/// <summary>The stable <c>code</c> of each problem; clients decide by it, people read <c>detail</c>.</summary>
internal static class ProblemCodes
{
    public const string Validation = "validation_failed";
    public const string MalformedJson = "malformed_json";
    public const string NotEnoughCredits = "not_enough_credits";
    public const string BalanceTooLow = "balance_too_low";
    public const string ReferenceReused = "reference_reused";
    public const string KeyReused = "idempotency_key_reused";
    public const string TooLate = "too_late";
    public const string Draining = "draining";
    public const string Forbidden = "forbidden";
    public const string WrongCredentials = "wrong_credentials";
    public const string InvitationNeeded = "invitation_needed";
    public const string NoMail = "no_mail";
    public const string EmailUnconfirmed = "email_unconfirmed";
    public const string SignInAgain = "sign_in_again";
    public const string LastOperator = "last_operator";
    public const string LastWayIn = "last_way_in";
    public const string TooMany = "too_many";
    public const string NotReady = "not_ready";
    public const string NotEnded = "not_ended";
    public const string RenditionPending = "rendition_pending";
    public const string StillMaking = "still_making";
    public const string StillExporting = "still_exporting";
    public const string StillOpen = "still_open";
    public const string LinkInvalid = "link_invalid";
    public const string LinkExpired = "link_expired";
    public const string FileGone = "file_gone";
    public const string RateLimited = "rate_limited";
    public const string TooManyWaiting = "too_many_waiting";
    public const string TooManyStreams = "too_many_streams";
    public const string TookTooLong = "took_too_long";
    public const string TooManyWebhooks = "too_many_webhooks";
    public const string WebhookDisabled = "webhook_disabled";
    public const string TooManyDeliveries = "too_many_deliveries";
    public const string NotFound = "not_found";
    public const string DatabaseUnavailable = "database_unavailable";

    /// <summary>For answers that say no more than their status does.</summary>
    public static string ForStatus(int status) => status switch
    {
        400 => "bad_request",
        401 => "not_signed_in",
        403 => Forbidden,
        404 => NotFound,
        405 => "method_not_allowed",
        413 => "too_large",
        415 => "unsupported_media_type",
        >= 500 => "internal_error",
        _ => "refused",
    };
}
