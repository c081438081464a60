using SoundFoundry.Worker.Providers.Studio;

namespace SoundFoundry.Bench.Studio;

/// <summary>Renders prompts into a folder, to listen to.</summary>
internal sealed class StudioDemo : IBenchProgram
{
    private const double Seconds = 30.0;

    public string Name => "studio-demo";

    public string Summary => "<folder> [prompt] [seconds] [strength] [seed] [vocals]: WAV files to listen to";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments.Count == 0)
        {
            Console.Error.WriteLine($"usage: {Name} {Summary}");
            return 2;
        }

        Directory.CreateDirectory(arguments[0]);
        var prompts = arguments.Count > 1 ? [arguments[1]] : StudioPrompts.All;
        foreach (var prompt in prompts)
        {
            var composition = Composer.Compose(Request(prompt, arguments));
            var style = composition.Style;
            var name = string.Concat(prompt.Where(letter => char.IsLetterOrDigit(letter) || letter == ' ')).Replace(' ', '-');
            await using var file = File.Create(Path.Combine(arguments[0], $"{name}.wav"));
            Synthesizer.Render(composition, file, new IgnoredProgress(), cancellationToken);
            var form = string.Join(' ', composition.Sections.Select(section => $"{section.Kind}:{section.Length / style.Metre.BarTicks}"));
            var band = string.Join(' ', composition.Parts.Select(part => $"{part.Role}={part.Instrument}({part.Notes.Count})"));
            Console.WriteLine($"{prompt}: {style.Genre}, {style.Key}, {style.BeatsPerMinute} bpm, {style.Metre.Name}\n    {form}\n    {band}");
        }

        return 0;
    }

    private static StudioRequest Request(string prompt, IReadOnlyList<string> arguments)
    {
        double Number(int index, double otherwise) =>
            arguments.Count > index ? double.Parse(arguments[index], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
        return new StudioRequest(prompt, [], Number(2, Seconds), Number(3, 0.5), arguments.Count > 5, (long)Number(4, 1));
    }
}
