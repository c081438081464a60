using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SoundFoundry.ServiceDefaults.Connections;
using SoundFoundry.Web.Security;

namespace SoundFoundry.Tests.Web.Security;

public sealed class CircuitLimitTests
{
    [Theory]
    [InlineData("/_blazor")]
    [InlineData("/_blazor/")]
    [InlineData("/_BLAZOR")]
    public async Task A_circuit_counts_however_its_address_is_written(string path)
    {
        var end = new TaskCompletionSource();
        var limit = new CircuitLimit(_ => end.Task, Options.Create(new ConnectionOptions { CircuitsPerAddress = 1 }));

        var first = limit.InvokeAsync(Request("/_blazor"));
        var second = Request(path);
        var refused = limit.InvokeAsync(second);

        refused.IsCompleted.ShouldBeTrue();
        second.Response.StatusCode.ShouldBe(StatusCodes.Status429TooManyRequests);
        end.SetResult();
        await Task.WhenAll(first, refused);
    }

    private static DefaultHttpContext Request(string path) => new()
    {
        Request = { Method = HttpMethods.Get, Path = path },
        Connection = { RemoteIpAddress = IPAddress.Parse("203.0.113.7") },
    };
}
