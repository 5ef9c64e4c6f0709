using Microsoft.Extensions.Localization;

namespace LeadCapture.Localization;

internal sealed class TextFactory(IStringLocalizerFactory resources) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new TextLocalizer(resources.Create(resourceSource));

    public IStringLocalizer Create(string baseName, string location) => new TextLocalizer(resources.Create(baseName, location));
}
