using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SoundFoundry.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RenditionTurns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_renditions_pending",
                table: "renditions");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "left_at",
                table: "workers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "makes",
                table: "workers",
                type: "text[]",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_renditions_pending",
                table: "renditions",
                column: "user_id",
                filter: "state = 'PENDING'");

            migrationBuilder.CreateIndex(
                name: "ix_renditions_user_id_ended_at",
                table: "renditions",
                columns: new[] { "user_id", "ended_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_renditions_pending",
                table: "renditions");

            migrationBuilder.DropIndex(
                name: "ix_renditions_user_id_ended_at",
                table: "renditions");

            migrationBuilder.DropColumn(
                name: "left_at",
                table: "workers");

            migrationBuilder.DropColumn(
                name: "makes",
                table: "workers");

            migrationBuilder.CreateIndex(
                name: "ix_renditions_pending",
                table: "renditions",
                column: "id",
                filter: "state = 'PENDING'");
        }
    }
}
