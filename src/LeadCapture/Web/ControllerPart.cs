using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace LeadCapture.Web;

/// The controllers of an assembly, found by their names. MVC would load every type to look for them, and with those of Data the
/// whole of EF Core: a tenth of the program's memory.
public sealed class ControllerPart(Assembly assembly) : ApplicationPart, IApplicationPartTypeProvider
{
    public override string Name => assembly.GetName().Name!;

    public IEnumerable<TypeInfo> Types =>
        [.. Names().Select(name => assembly.GetType(name)).OfType<Type>().Select(type => type.GetTypeInfo())];

    private List<string> Names()
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
            .Where(name => name.EndsWith("Controller", StringComparison.Ordinal))];
    }
}
