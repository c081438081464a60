using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SoundFoundry.ServiceDefaults.Connections;

namespace SoundFoundry.Web.Security;

/// <summary>A live page holds memory here for as long as it is open: one address may have so many, whatever it connects by.</summary>
internal sealed class CircuitLimit(RequestDelegate next, IOptions<ConnectionOptions> options)
{
    private readonly ConcurrentDictionary<string, int> _open = [];

    public async Task InvokeAsync(HttpContext context)
    {
        var max = options.Value.CircuitsPerAddress;
        if (max == 0 || !HttpMethods.IsGet(context.Request.Method) || !IsCircuit(context.Request.Path))
        {
            await next(context);
            return;
        }

        var address = AddressPartition.Of(context.Connection.RemoteIpAddress);
        try
        {
            if (_open.AddOrUpdate(address, 1, (_, open) => open + 1) <= max) await next(context);
            else context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }
        finally
        {
            if (_open.AddOrUpdate(address, 0, (_, open) => open - 1) == 0) _open.TryRemove(KeyValuePair.Create(address, 0));
        }
    }

    // Routing takes an address with a slash at its end for the same.
    private static bool IsCircuit(PathString path) =>
        path.Value is { } value && value.AsSpan().TrimEnd('/').Equals("/_blazor", StringComparison.OrdinalIgnoreCase);
}
