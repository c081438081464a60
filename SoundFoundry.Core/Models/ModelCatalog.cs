using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace SoundFoundry.Core.Models;

/// <summary>Every model this installation knows: the built-in table, overlaid with the section <c>Models</c> of the configuration.</summary>
public sealed class ModelCatalog
{
    private const string Section = "Models";

    private ModelCatalog(IReadOnlyList<MusicModel> models, string version)
    {
        All = models;
        Version = version;
    }

    public IReadOnlyList<MusicModel> All { get; }

    /// <summary>Changes whenever anything in the table does; stamped on each job.</summary>
    public string Version { get; }

    /// <exception cref="ValidationException">A model is incomplete or out of range; the message names its key.</exception>
    public static ModelCatalog Load(IConfiguration configuration)
    {
        using var builtIn = typeof(ModelCatalog).Assembly.GetManifestResourceStream(typeof(ModelCatalog), "models.json")!;
        var merged = new ConfigurationBuilder()
            .AddJsonStream(builtIn)
            .AddInMemoryCollection(configuration.GetSection(Section).AsEnumerable().Where(pair => pair.Value is not null))
            .Build();
        return Of(merged.GetSection(Section).GetChildren().Select(Read).ToList());
    }

    internal static ModelCatalog Of(IEnumerable<MusicModel> models)
    {
        var served = models.Where(model => model.Enabled).ToList();
        return new ModelCatalog(served, Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(served)))[..12]);
    }

    public MusicModel? Find(string provider, string name) =>
        All.FirstOrDefault(model => model.Provider == provider && model.Name == name);

    /// <summary>The key of an entry is the model's name: <c>fal/ace-step</c>.</summary>
    private static MusicModel Read(IConfigurationSection section)
    {
        if (section.Key.Split('/', 2) is not [var provider, var name])
            throw new ValidationException($"{section.Path}: the key must be provider/model.");
        (section[nameof(MusicModel.Provider)], section[nameof(MusicModel.Name)]) = (provider, name);
        var model = section.Get<MusicModel>()!;
        var errors = new List<ValidationResult>();
        if (Validator.TryValidateObject(model, new ValidationContext(model), errors, validateAllProperties: true)) return model;
        throw new ValidationException($"{section.Path}: {string.Join(" ", errors.Select(error => error.ErrorMessage))}");
    }
}
