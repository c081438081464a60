using System.Diagnostics;
using System.Net.Http.Json;
using Microsoft.Extensions.Localization;
using SoundFoundry.Web.Language;
using SoundFoundry.Web.Layout;
using SoundFoundry.Web.Visitors;

namespace SoundFoundry.Web.Api;

/// <summary>Api, as a page's server side calls it. A refusal is an answer; so is an Api that can't be reached. What can be asked stands
/// with each area, as its calls.</summary>
internal sealed partial class ApiClient(HttpClient http, Visitor visitor, IStringLocalizer<Words> words, ILogger<ApiClient> logger)
{
    /// <param name="action">What a person does by it, in two words: the name of its span, and of what failed.</param>
    public Task<Answer<T>> GetAsync<T>(string action, string path, CancellationToken cancellationToken) =>
        SendAsync<T>(action, HttpMethod.Get, path, body: null, cancellationToken);

    /// <inheritdoc cref="GetAsync" />
    public Task<Answer<T>> PostAsync<T>(string action, string path, object? body, CancellationToken cancellationToken) =>
        SendAsync<T>(action, HttpMethod.Post, path, body, cancellationToken);

    /// <inheritdoc cref="GetAsync" />
    public Task<Answer<T>> PutAsync<T>(string action, string path, object? body, CancellationToken cancellationToken) =>
        SendAsync<T>(action, HttpMethod.Put, path, body, cancellationToken);

    /// <inheritdoc cref="GetAsync" />
    public Task<Answer<T>> PatchAsync<T>(string action, string path, object body, CancellationToken cancellationToken) =>
        SendAsync<T>(action, HttpMethod.Patch, path, body, cancellationToken);

    /// <inheritdoc cref="GetAsync" />
    public Task<Answer<Nothing>> DeleteAsync(string action, string path, CancellationToken cancellationToken) =>
        SendAsync<Nothing>(action, HttpMethod.Delete, path, body: null, cancellationToken);

    /// <inheritdoc cref="GetAsync" />
    /// <param name="headers">What goes beside the body.</param>
    public async Task<Answer<T>> SendAsync<T>(
        string action, HttpMethod method, string path, object? body, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body, body.GetType(), options: ApiJson.Options);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        request.Headers.AcceptLanguage.ParseAdd(LanguageSetup.Spoken);
        using var activity = WebTelemetry.StartClick(action);
        try
        {
            await visitor.AddCredentialsAsync(request);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode) return new Answer<T>.Refused(await ReadProblemAsync(response, cancellationToken));
            if (typeof(T) == typeof(Nothing)) return new Answer<T>.Ok((T)(object)Nothing.Instance);
            return new Answer<T>.Ok((await response.Content.ReadFromJsonAsync<T>(ApiJson.Options, cancellationToken))!);
        }
        catch (Exception exception) when (ApiFault.Is(exception))
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            Log.Unreachable(logger, action, exception.Message);
            return new Answer<T>.Refused(Unreachable());
        }
    }

    private Problem Unreachable() => new(null, words["The service does not answer right now. Try again in a moment."], Problem.Unreachable);

    private static async Task<Problem> ReadProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        response.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? (await response.Content.ReadFromJsonAsync<Problem>(ApiJson.Options, cancellationToken))!
            : new Problem(null, $"The service answered {(int)response.StatusCode}.", null);

    private static partial class Log
    {
        [LoggerMessage(EventId = 4001, Level = LogLevel.Warning, Message = "Api could not be reached to {Action}: {Reason}")]
        public static partial void Unreachable(ILogger logger, string action, string reason);
    }
}
