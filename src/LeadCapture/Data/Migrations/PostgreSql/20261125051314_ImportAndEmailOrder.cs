using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeadCapture.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ImportAndEmailOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_leads_email",
                table: "leads");

            migrationBuilder.CreateTable(
                name: "lead_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    corrected = table.Column<int>(type: "integer", nullable: true),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    resubmitted = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_imports", x => x.id);
                    table.ForeignKey(
                        name: "FK_lead_imports_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_leads_email_id",
                table: "leads",
                columns: new[] { "email", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_lead_imports_user_id",
                table: "lead_imports",
                column: "user_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lead_imports");

            migrationBuilder.DropIndex(
                name: "IX_leads_email_id",
                table: "leads");

            migrationBuilder.CreateIndex(
                name: "IX_leads_email",
                table: "leads",
                column: "email");
        }
    }
}
