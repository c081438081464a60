using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SoundFoundry.Core.Storage;

namespace SoundFoundry.Tests.Core.Storage;

public sealed class FileLinksTests
{
    private const string Key = "users/1/tracks/7/9-2.wav";
    private readonly FakeTimeProvider _clock = new();
    private readonly FileLinks _links;

    public FileLinksTests() => _links = NewLinks("the first key, of thirty-two chars");

    [Theory]
    [InlineData(null)]
    [InlineData("Regen über 🌧.wav")]
    public void A_link_is_good_until_the_second_it_expires(string? name)
    {
        var link = Read(_links.Sign(Key, TimeSpan.FromMinutes(5), name));
        (link.Key, link.Name).ShouldBe((Key, name));

        _clock.Advance(TimeSpan.FromSeconds(299));
        _links.Verify(link).ShouldBe(FileLinkVerdict.Good);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _links.Verify(link).ShouldBe(FileLinkVerdict.Expired);
    }

    [Fact]
    public void No_part_of_a_link_can_be_changed()
    {
        var link = Read(_links.Sign(Key, TimeSpan.FromMinutes(5), "song.wav"));
        FileLink[] changed =
        [
            link with { Key = "users/1/tracks/7/9-3.wav" },
            link with { Expires = link.Expires + 1 },
            link with { Name = "other.wav" },
            link with { Name = null },
            link with { Signature = "" },
            link with { Signature = link.Signature[..^1] },
            link with { Signature = link.Signature.ToUpperInvariant() },
            link with { Key = $"{Key}\n{link.Expires}" },
        ];

        foreach (var forgery in changed) _links.Verify(forgery).ShouldBe(FileLinkVerdict.Forged, forgery.ToString());
    }

    [Fact]
    public void A_link_signed_with_another_key_is_forged() =>
        NewLinks("the other key, of thirty-two chars").Verify(Read(_links.Sign(Key, TimeSpan.FromMinutes(5), null)))
            .ShouldBe(FileLinkVerdict.Forged);

    [Fact]
    public void A_forged_link_is_not_told_that_it_expired() =>
        _links.Verify(new FileLink(Key, 0, null, "AAAA")).ShouldBe(FileLinkVerdict.Forged);

    private FileLinks NewLinks(string key) => new(Options.Create(new StorageOptions { SigningKey = key }), _clock);

    private static FileLink Read(Uri link)
    {
        var parts = link.OriginalString.Split('?');
        var query =
            parts[1].Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        return new FileLink(
            parts[0][FileLinks.Path.Length..], long.Parse(query["expires"]), query.GetValueOrDefault("name"), query["signature"]);
    }
}
