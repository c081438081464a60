using System.Globalization;
using System.Text;
using System.Text.Json;
using SoundFoundry.Tests.Security.Walk;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Security;

/// <summary>Everybody tries every door.</summary>
public sealed class EndpointWalkTests(AccountsStack stack) : IClassFixture<AccountsStack>
{
    private static readonly string[] Methods = ["get", "head", "post", "put", "patch", "delete"];

    private int _requests;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_operation_of_the_document_has_a_row_and_no_row_is_left_over() =>
        (await OperationsAsync()).ShouldBe(EndpointTable.Rows.Keys, ignoreOrder: true);

    [Fact]
    public async Task Everyone_gets_at_every_operation_what_its_row_says()
    {
        var wrong = new List<string>();
        var world = await WalkWorld.CreateAsync(stack);
        foreach (var operation in await OperationsAsync())
        {
            if (!EndpointTable.Rows.TryGetValue(operation, out var row)) continue;
            await world.AcceptTracksAsync();
            wrong.AddRange(await WalkAsync(operation, row, world));
            if (!row.EndsSession) continue;
            world.Dispose();
            world = await WalkWorld.CreateAsync(stack);
        }

        world.Dispose();
        wrong.ShouldBeEmpty();
    }

    private async Task<List<string>> WalkAsync(string operation, EndpointRow row, WalkWorld world)
    {
        var wrong = new List<string>();
        var (method, template) = (operation.Split(' ')[0], operation.Split(' ')[1]);
        var path = await WalkPath.MakeAsync(template, world, stack.Stack);
        foreach (var actor in Enum.GetValues<Actor>())
        {
            var answer = await AnswerAsync(world.Of(actor, method, row.Door), method, path, row.Body);
            if (answer != row.For(actor)) wrong.Add($"{operation} as {actor}: {answer} instead of {row.For(actor)}");
        }

        return wrong;
    }

    private async Task<int> AnswerAsync(HttpClient client, string method, string path, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            var number = (++_requests).ToString(CultureInfo.InvariantCulture);
            request.Content = new StringContent(body.Replace("{n}", number), Encoding.UTF8, "application/json");
        }

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        return (int)response.StatusCode;
    }

    private async Task<List<string>> OperationsAsync()
    {
        using var stranger = stack.NewBrowser();
        var document = await stranger.GetAsJsonAsync("/openapi/v1.json");
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               where Methods.Contains(operation.Name)
               select $"{operation.Name.ToUpperInvariant()} {path.Name}",
        ];
    }
}
