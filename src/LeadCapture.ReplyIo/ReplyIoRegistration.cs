using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Refit;

namespace LeadCapture.ReplyIo;

/// <summary>Adds <see cref="ReplyIoClient"/> to a service collection.</summary>
public static class ReplyIoRegistration
{
    /// <summary>Adds <see cref="ReplyIoClient"/> once. It logs nothing: the URL of a look-up holds an email address.</summary>
    /// <param name="services">Where to add it; a registered <see cref="TimeProvider"/> is used.</param>
    /// <param name="configure">Changes the limits.</param>
    public static IServiceCollection AddReplyIo(this IServiceCollection services, Action<ReplyIoClientOptions>? configure = null)
    {
        var options = new ReplyIoClientOptions();
        configure?.Invoke(options);

        services.TryAddSingleton(TimeProvider.System);
        services.AddRefitGeneratedClient<IReplyIoApi>(ReplyIoTransport.Settings())
            .ConfigureHttpClient(ReplyIoTransport.Configure)
            .ConfigurePrimaryHttpMessageHandler(() => ReplyIoTransport.Sockets(options))
            .AddHttpMessageHandler(provider => new Exchange(options.AttemptTimeout, provider.GetRequiredService<TimeProvider>()))
            // The connections renew themselves (PooledConnectionLifetime): the singleton keeps its handler.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services.AddSingleton(provider => new ReplyIoClient(
            provider.GetRequiredService<IReplyIoApi>(), provider.GetRequiredService<TimeProvider>()));
    }
}
