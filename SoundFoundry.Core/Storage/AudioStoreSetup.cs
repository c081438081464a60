using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SoundFoundry.Core.Storage;

public static class AudioStoreSetup
{
    /// <summary>Registers <see cref="IAudioStore"/>, on S3 where an endpoint is set, else on files, and <see cref="FileLinks"/>.</summary>
    public static void AddAudioStore(this IHostApplicationBuilder builder)
    {
        builder.Configuration.AddMinioConnectionString();
        builder.Services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<FileLinks>();
        builder.Services.AddSingleton<IAudioStore>(services =>
            services.GetRequiredService<IOptions<StorageOptions>>().Value.UsesS3
                ? ActivatorUtilities.CreateInstance<S3AudioStore>(services)
                : ActivatorUtilities.CreateInstance<FileAudioStore>(services));
    }
}
