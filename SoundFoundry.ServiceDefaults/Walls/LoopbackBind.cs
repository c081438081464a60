using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SoundFoundry.ServiceDefaults.Auth;

namespace SoundFoundry.ServiceDefaults.Walls;

/// <summary>Stops a service that listens where other machines can reach it, unless everyone has to sign in, or the operator said so.</summary>
/// <remarks>Judges the addresses really bound, since they may come from arguments, variables, files or code.</remarks>
internal sealed class LoopbackBind(IServer server, IOptions<LocalWallsOptions> options, IOptions<AuthOptions> auth) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var open = addresses.Where(address => !IsLoopback(BindingAddress.Parse(address))).ToList();
        if (open.Count > 0 && !options.Value.AllowRemote && auth.Value.Mode == AuthMode.Local)
        {
            throw new InvalidOperationException(
                $"Refused to listen on {string.Join(", ", open)}: there is no login in local mode, so anyone on the network could use this service. "
                + "Bind a loopback address such as http://127.0.0.1:3000, "
                + "set Auth:Mode=Accounts (Auth__Mode), or Walls:AllowRemote=true (Walls__AllowRemote) if you mean it.");
        }

        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsLoopback(BindingAddress address) =>
        address.IsUnixPipe
        || address.IsNamedPipe
        || address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));
}
