using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SoundFoundry.Api.Limits;

/// <summary>How much one address, user or key may ask for.</summary>
public sealed class LimitsOptions
{
    public const string Section = "Limits";
    internal const int WaitingJobsOfStrangers = 100;
    internal const int EventStreamsOfStrangers = 50;
    private const string OutOfRange = "Limits:{0} must be between {1} and {2}.";
    private const int MaxPerMinute = 1_000_000;
    private const int MaxBurst = 100_000;

    [Description("Whether requests are limited at all.")]
    public bool? Enabled { get; set; }

    [Description("Requests per minute of one address (IPv6: one /64), whoever is behind it.")]
    [Range(1, MaxPerMinute, ErrorMessage = OutOfRange)]
    public int AddressPerMinute { get; init; } = 2_400;

    [Description("How many of these may come at once after a pause.")]
    [Range(1, MaxBurst, ErrorMessage = OutOfRange)]
    public int AddressBurst { get; init; } = 600;

    [Description("Requests per minute of one user, by pages and keys together.")]
    [Range(1, MaxPerMinute, ErrorMessage = OutOfRange)]
    public int UserPerMinute { get; init; } = 1_200;

    [Description("How many of these may come at once after a pause.")]
    [Range(1, MaxBurst, ErrorMessage = OutOfRange)]
    public int UserBurst { get; init; } = 300;

    [Description("Requests per minute with one API key.")]
    [Range(1, MaxPerMinute, ErrorMessage = OutOfRange)]
    public int KeyPerMinute { get; init; } = 600;

    [Description("How many of these may come at once after a pause.")]
    [Range(1, MaxBurst, ErrorMessage = OutOfRange)]
    public int KeyBurst { get; init; } = 150;

    [Description("Tries per minute to sign in, from one address.")]
    [Range(1, MaxPerMinute, ErrorMessage = OutOfRange)]
    public int SignInPerMinute { get; init; } = 10;

    [Description("How many of these may come at once after a pause.")]
    [Range(1, MaxBurst, ErrorMessage = OutOfRange)]
    public int SignInBurst { get; init; } = 10;

    [Description("Tries per minute to sign in as one account, from all addresses; so many that one address can't use them up.")]
    [Range(1, MaxPerMinute, ErrorMessage = OutOfRange)]
    public int AccountPerMinute { get; init; } = 100;

    [Description("How many of these may come at once after a pause.")]
    [Range(1, MaxBurst, ErrorMessage = OutOfRange)]
    public int AccountBurst { get; init; } = 100;

    [Description("Mails per hour to one address: so many with a link to a new password, and as many others.")]
    [Range(1, MaxPerMinute, ErrorMessage = OutOfRange)]
    public int MailPerHour { get; init; } = 3;

    [Description("Reads of stored files per minute by one address; a player that seeks asks often.")]
    [Range(1, MaxPerMinute, ErrorMessage = OutOfRange)]
    public int FilesPerMinute { get; init; } = 3_000;

    [Description("How many of these may come at once after a pause.")]
    [Range(1, MaxBurst, ErrorMessage = OutOfRange)]
    public int FilesBurst { get; init; } = 600;

    [Description("Callbacks of providers per minute from one address.")]
    [Range(1, MaxPerMinute, ErrorMessage = OutOfRange)]
    public int HooksPerMinute { get; init; } = 6_000;

    [Description("How many of these may come at once after a pause.")]
    [Range(1, MaxBurst, ErrorMessage = OutOfRange)]
    public int HooksBurst { get; init; } = 2_000;

    [Description("Jobs of one user that may wait at once; 0 for no limit.")]
    [Range(0, MaxBurst, ErrorMessage = OutOfRange)]
    public int? WaitingJobs { get; set; }

    [Description("Event streams of one user at once at one replica, one for each open page; 0 for no limit.")]
    [Range(0, MaxBurst, ErrorMessage = OutOfRange)]
    public int? EventStreams { get; set; }

    internal bool IsEnabled => Enabled ?? false;

    internal Rate RateOf(LimitName name) => name switch
    {
        LimitName.Address => Rate.PerMinute(AddressPerMinute, AddressBurst),
        LimitName.User => Rate.PerMinute(UserPerMinute, UserBurst),
        LimitName.Key => Rate.PerMinute(KeyPerMinute, KeyBurst),
        LimitName.SignIn or LimitName.Reauthentication => Rate.PerMinute(SignInPerMinute, SignInBurst),
        LimitName.Account => Rate.PerMinute(AccountPerMinute, AccountBurst),
        LimitName.Mail => Rate.PerHour(MailPerHour, MailPerHour),
        LimitName.Files => Rate.PerMinute(FilesPerMinute, FilesBurst),
        LimitName.Hooks => Rate.PerMinute(HooksPerMinute, HooksBurst),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such limit."),
    };
}
