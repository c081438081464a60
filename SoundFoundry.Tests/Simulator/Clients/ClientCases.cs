namespace SoundFoundry.Tests.Simulator.Clients;

/// <summary>The functions of <c>fal.mjs</c> and <c>replicate.mjs</c>, and what goes wrong in each.</summary>
internal static class ClientCases
{
    public static IReadOnlyDictionary<string, Func<SimulatorControl, Task>> All { get; } =
        new Dictionary<string, Func<SimulatorControl, Task>>
    {
        ["fal_subscribe"] = Unhurried,
        ["fal_submit_with_webhook"] = control => control.SetFaultAsync("fal", "no_webhook"),
        ["fal_stream"] = Unhurried,
        ["fal_submit_locked"] = Fal("locked"),
        ["fal_submit_500"] = Fal("server_error"),
        ["fal_submit_503_once"] = control => control.SetFaultAsync("fal", "server_error", times: 1, status: 503),
        ["fal_submit_reset_once"] = Fal("reset_after_accept", times: 1),
        ["fal_submit_with_a_wrong_key"] = Nothing,
        ["fal_submit_to_an_unknown_app"] = Nothing,
        ["fal_result_of_bad_input"] = Nothing,
        ["fal_start_timeout"] = control => control.SetPaceAsync(queueS: 60),
        ["fal_status_500_once"] = async control =>
        {
            await control.SetPaceAsync(queueS: 60);
            await control.SetFaultAsync("fal", "status_error", times: 1);
        },
        ["fal_cancel"] = control => control.SetPaceAsync(queueS: 60),
        ["fal_cancel_too_late"] = Nothing,
        ["replicate_run_polling"] = Unhurried,
        ["replicate_run_a_version"] = Nothing,
        ["replicate_run_blocking"] = Nothing,
        ["replicate_run_blocking_with_a_small_file"] = Nothing,
        ["replicate_run_blocking_too_short"] = control => control.SetPaceAsync(renderS: 60),
        ["replicate_run_of_a_community_model_by_name"] = Nothing,
        ["replicate_create_402"] = Replicate("no_credit"),
        ["replicate_create_429"] = Replicate("rate_limited"),
        ["replicate_create_500"] = Replicate("server_error"),
        ["replicate_create_reset"] = Replicate("reset_before_accept"),
        ["replicate_create_with_a_wrong_token"] = Nothing,
        ["replicate_create_with_bad_input"] = Nothing,
        ["replicate_get_500"] = async control =>
        {
            await control.SetPaceAsync(queueS: 60);
            await control.SetFaultAsync("replicate", "status_error");
        },
        ["replicate_failed"] = Replicate("render_fails"),
        ["replicate_aborted"] = Replicate("aborted"),
        ["replicate_cancel"] = control => control.SetPaceAsync(renderS: 60),
        ["replicate_list"] = Nothing,
        ["replicate_catalog"] = Nothing,
        ["replicate_webhooks"] = Nothing,
    };

    private static Task Nothing(SimulatorControl control) => Task.CompletedTask;

    // Slow enough that a client among many sees every status.
    private static Task Unhurried(SimulatorControl control) => control.SetPaceAsync(queueS: 4, renderS: 4);

    private static Func<SimulatorControl, Task> Fal(string kind, int? times = null) => control => control.SetFaultAsync("fal", kind, times);

    private static Func<SimulatorControl, Task> Replicate(string kind) => control => control.SetFaultAsync("replicate", kind);
}
