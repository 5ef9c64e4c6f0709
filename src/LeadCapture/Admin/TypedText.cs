using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LeadCapture.Admin;

/// Text as it was meant: without blanks around it, and "" where nothing was typed. Nobody types the one character that PostgreSQL
/// refuses, but an address may hold it. A password stays as it is.
public sealed class TypedText : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var values = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (values.FirstValue is not { } text)
            return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, values);
        var secret = bindingContext.ModelName.EndsWith("password", StringComparison.OrdinalIgnoreCase);
        bindingContext.Result = ModelBindingResult.Success(
            secret ? text : text.Replace("\0", "", StringComparison.Ordinal).Trim());
        return Task.CompletedTask;
    }
}
