using SoundFoundry.Web.Events;

namespace SoundFoundry.Web.Api;

internal static class ApiClientSetup
{
    public static readonly Uri Address = new("https+http://api");

    public static void AddApiClient(this IHostApplicationBuilder builder)
    {
        builder.Services.AddTransient<ReadyReplicas>();
        builder.Services.AddHttpClient<ApiClient>(http => http.BaseAddress = Address).AddHttpMessageHandler<ReadyReplicas>();

        var events = builder.Services.AddHttpClient<JobEvents>(http =>
        {
            http.BaseAddress = Address;
            http.Timeout = Timeout.InfiniteTimeSpan;
        }).AddHttpMessageHandler<ReadyReplicas>();
#pragma warning disable EXTEXP0001 // an event stream lives for hours and reconnects by itself; the default policy would cut and count it
        events.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
    }
}
