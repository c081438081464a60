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
        return Of(merged.GetSection(Section).GetChildren().Select(Read));
    }

    internal static ModelCatalog Of(IEnumerable<MusicModel> models)
    {
        var served = models.Where(model => model.Enabled).ToList();
        if (served.GroupBy(model => (model.Provider, model.Name)).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ValidationException($"{Section}: {twice.Key.Provider}/{twice.Key.Name} is there twice.");
        return new ModelCatalog(served, Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(served)))[..12]);
    }

    public MusicModel? Find(string provider, string name) =>
        All.FirstOrDefault(model => model.Provider == provider && model.Name == name);

    private static MusicModel Read(IConfigurationSection section)
    {
        var model = section.Get<MusicModel>() ?? throw new ValidationException($"{section.Path} is empty.");
        var errors = new List<ValidationResult>();
        if (Validator.TryValidateObject(model, new ValidationContext(model), errors, validateAllProperties: true)) return model;
        throw new ValidationException($"{section.Path}: {string.Join(" ", errors.Select(error => error.ErrorMessage))}");
    }
}
